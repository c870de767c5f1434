/** What is known and when it became known: the database, and an archive of every report's and setting's bytes. */
package org.crossfoot.ledger;

