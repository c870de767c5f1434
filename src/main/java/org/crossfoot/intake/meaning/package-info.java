/** From rows to measures, areas, periods and amounts. */
package org.crossfoot.intake.meaning;
