package org.crossfoot.figure;

/** Which cells are asked for, by what makes up a cell: none need be made to ask. */
@FunctionalInterface
public interface CellsWanted {

    boolean include(String measure, String area, Period period);
}
