/** What may have gone wrong with a single figure: hints, never applied. Knows figures only. */
package org.crossfoot.reconcile.cause;

