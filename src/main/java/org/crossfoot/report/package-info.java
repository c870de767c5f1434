/** From outcomes to revisions, and from revisions to the files users open. */
package org.crossfoot.report;

