/**
 * From bytes to rows, and what is refused of them. Odd for speed: a thread takes rows apart ahead of who reads them, which
 * halves the time of a long report.
 */
package org.crossfoot.intake.row;
