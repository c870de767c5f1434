/**
 * Networks of whole numbers: cells that sums tie together, and statements about cells that may contradict each other. What can
 * be true together, and what is then known of every cell; in {@code repair}, the least that must be set aside. Plain arithmetic
 * in whole numbers; knows nothing of figures, rules or dates.
 */
package org.crossfoot.network;

