/** The result of reconciling a date as data, and in sentences; and where the work on a date failed. */
package org.crossfoot.reconcile.outcome;
