/**
 * How totals are reconciled: from what is known of a date to its discrepancies, totals and the use of every figure. Pure
 * functions: no clock, no files, no framework.
 */
package org.crossfoot.reconcile;

