package org.crossfoot.reconcile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Groups;
import org.crossfoot.network.Network.Sum;

/** The cells of a date in groups: those that some of its relations tie together, and single ones. All go by their numbers. */
final class Partition {

    private final int[] groupOf;
    private final int[][] cells;
    private final int[][] relations;
    private final List<List<Sum>> sums;

    /**
     * @param all    of each relation, what it asks of its cells
     * @param some   numbers of the relations that count, in order
     * @param joined cells that are tied together beside
     */
    Partition(int size, Sum[] all, int[] some, List<List<Integer>> joined) {
        Groups groups = new Groups(size);
        for (int relation : some) {
            groups.join(all[relation].cells());
        }
        joined.forEach(together -> groups.join(together.stream().mapToInt(Integer::intValue).toArray()));
        cells = groups.all();
        groupOf = new int[size];
        int[] places = new int[size];
        for (int group = 0; group < cells.length; group++) {
            for (int place = 0; place < cells[group].length; place++) {
                groupOf[cells[group][place]] = group;
                places[cells[group][place]] = place;
            }
        }
        relations = relations(all, some);
        sums = new ArrayList<>(cells.length);
        for (int[] ofGroup : relations) {
            sums.add(Arrays.stream(ofGroup).mapToObj(relation -> inPlace(all[relation], places)).toList());
        }
    }

    private int[][] relations(Sum[] all, int[] some) {
        int[][] ofGroups = Groups.members(Arrays.stream(some).map(relation -> groupOf[all[relation].cells()[0]]).toArray(),
                cells.length);
        for (int[] ofGroup : ofGroups) {
            Arrays.setAll(ofGroup, i -> some[ofGroup[i]]);
        }
        return ofGroups;
    }

    private static Sum inPlace(Sum sum, int[] places) {
        return new Sum(Arrays.stream(sum.cells()).map(cell -> places[cell]).toArray(), sum.coefficients(), sum.lowest(),
                sum.highest());
    }

    /** How many there are: they are numbered from 0, in the order of their first cells. */
    int groups() {
        return cells.length;
    }

    int groupOf(int cell) {
        return groupOf[cell];
    }

    /** In order. */
    int[] cells(int group) {
        return cells[group];
    }

    /** Those between the cells of a group, in order. */
    int[] relations(int group) {
        return relations[group];
    }

    /** What these relations ask of the cells, by their places in the group. */
    List<Sum> sums(int group) {
        return sums.get(group);
    }
}
