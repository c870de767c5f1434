/** Figures as claims on cells: what one voice says counts once. What rules ask of cells. */
package org.crossfoot.reconcile.claim;
