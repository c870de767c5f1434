/**
 * The figures of a report and date as one value. Odd for speed: a value a date instead of a row a figure makes a year of reports
 * fit into a night.
 */
package org.crossfoot.ledger.pack;
