/**
 * What is wrong with the statements of a network, and the cheapest ways to mend it; {@code Diagnosis} is the door. One cell is
 * looked at by itself, small networks by all their conflicts, large ones over the tree of their parts.
 */
package org.crossfoot.network.repair;
