/** What was known when: the evidence of a date, settings and reports as of now or of a revision. */
package org.crossfoot.known;
