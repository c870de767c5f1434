/** What is known of a date: the figures that stand, those that were replaced, and facts on reports. */
package org.crossfoot.reconcile.evidence;
