/** What sources claim: figures, the amounts they print, and the cells (measure, area, period) they speak of. Plain values. */
package org.crossfoot.figure;

