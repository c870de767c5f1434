/** What must hold between figures, and how strictly. Plain values; checking them is the work of {@code reconcile}. */
package org.crossfoot.rule;

