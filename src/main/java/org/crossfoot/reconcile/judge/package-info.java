/** Who is most likely wrong: the cheapest repairs of what contradicts itself. */
package org.crossfoot.reconcile.judge;
