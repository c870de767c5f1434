package org.crossfoot.reconcile.graph;

import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.claim.Claim;

/**
 * The cells of a date in components: those that no relation ties together cannot contradict each other. Numbered from 0, and made
 * when first asked for: of most of them nothing but that they hold together is ever asked.
 */
public final class Components {

    private final Web web;
    private final Partition partition;
    private final UnaryOperator<Component> wanted;
    private final Component[] made;

    Components(Web web, Partition partition) {
        this(web, partition, UnaryOperator.identity());
    }

    private Components(Web web, Partition partition, UnaryOperator<Component> wanted) {
        this.web = web;
        this.partition = partition;
        this.wanted = wanted;
        this.made = new Component[partition.groups()];
    }

    /** What is left of them without firm cells. */
    public Components without(Firm firm) {
        return new Components(web, partition, firm::openIn);
    }

    public int count() {
        return made.length;
    }

    public Component get(int number) {
        if (made[number] == null) {
            made[number] = wanted.apply(new Component(web, partition.cells(number), partition.relations(number), partition.sums(number)));
        }
        return made[number];
    }

    /** Null where a cell is not in the web. */
    public Component of(Cell cell) {
        int number = web.number(cell);
        return number < 0 ? null : of(number);
    }

    /** The component of the cell of a number in the web. */
    public Component of(int inWeb) {
        return get(numberOf(inWeb));
    }

    /** The number of the component of a cell of the web. */
    public int numberOf(int inWeb) {
        return partition.groupOf(inWeb);
    }

    /** The cells of a component by their numbers in the web, in order. */
    public int[] cells(int number) {
        return partition.cells(number);
    }

    /** The claims on a cell of the web. */
    public List<Claim> claims(int inWeb) {
        return web.claims(inWeb);
    }

    /** Numbers of those in which relations go beyond one area and period. */
    public BitSet withSums() {
        BitSet withSums = new BitSet(made.length);
        for (int relation = 0; relation < web.relations(); relation++) {
            if (!web.isWithin(relation)) {
                withSums.set(numberOf(web.sum(relation).cells()[0]));
            }
        }
        return withSums;
    }
}
