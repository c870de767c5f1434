/** One class a rule: claims in, findings out. */
package org.crossfoot.reconcile.check;
