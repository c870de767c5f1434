/** What is left of each cell: the best, lowest and highest value, and why. */
package org.crossfoot.reconcile.total;
