package org.crossfoot.network;

import java.util.Arrays;

/** Numbers from 0 up in groups: those that were joined, directly or through others. */
public final class Groups {

    private final int[] parent;

    /** Each by itself at first. */
    public Groups(int size) {
        parent = new int[size];
        Arrays.setAll(parent, each -> each);
    }

    public void join(int[] numbers) {
        if (numbers.length > 0) {
            for (int number : numbers) {
                join(numbers[0], number);
            }
        }
    }

    /** Says whether they were apart before. */
    public boolean join(int one, int other) {
        int into = root(one);
        int joined = root(other);
        parent[joined] = into;
        return joined != into;
    }

    private int root(int number) {
        int root = number;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** The members of each group in their order; the groups in the order of their first members. */
    public int[][] all() {
        int[] groupOf = new int[parent.length];
        int[] named = new int[parent.length];
        Arrays.fill(named, -1);
        int groups = 0;
        for (int number = 0; number < parent.length; number++) {
            int root = root(number);
            if (named[root] < 0) {
                named[root] = groups++;
            }
            groupOf[number] = named[root];
        }
        return members(groupOf, groups);
    }

    /** @param groupOf of each number, the number of its group */
    public static int[][] members(int[] groupOf, int groups) {
        int[] count = new int[groups];
        for (int group : groupOf) {
            count[group]++;
        }
        int[][] members = new int[groups][];
        Arrays.setAll(members, group -> new int[count[group]]);
        for (int number = groupOf.length - 1; number >= 0; number--) {
            members[groupOf[number]][--count[groupOf[number]]] = number;
        }
        return members;
    }
}
