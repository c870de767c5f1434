/**
 * Networks of whole numbers: cells that sums tie together, and statements about cells that may contradict each other. What can
 * be true together, the least that must be set aside, and what is then known of every cell. Plain arithmetic in whole numbers;
 * knows nothing of figures, rules or dates.
 */
package org.crossfoot.network;

