/** Where packed bytes stand that are kept by the SHA-256 of what was packed: a folder, or a table of the ledger's server. */
package org.crossfoot.ledger.archive;
