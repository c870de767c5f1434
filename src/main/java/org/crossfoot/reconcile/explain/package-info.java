/** Gathers the reasons behind a discrepancy. */
package org.crossfoot.reconcile.explain;
