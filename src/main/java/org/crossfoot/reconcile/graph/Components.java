package org.crossfoot.reconcile.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import org.crossfoot.figure.Cell;

/**
 * The cells of a date in components: those that no relation ties together cannot contradict each other. Numbered from 0, and made
 * when first asked for: of most of them nothing but that they hold together is ever asked.
 */
public final class Components {

    private final CellGraph graph;
    private final Partition partition;
    private final UnaryOperator<Component> wanted;
    private final Component[] made;

    Components(CellGraph graph, Partition partition) {
        this(graph, partition, UnaryOperator.identity());
    }

    private Components(CellGraph graph, Partition partition, UnaryOperator<Component> wanted) {
        this.graph = graph;
        this.partition = partition;
        this.wanted = wanted;
        this.made = new Component[partition.groups()];
    }

    /** What is left of them without firm cells. */
    public Components without(Firm firm) {
        return new Components(graph, partition, firm::openIn);
    }

    public int count() {
        return made.length;
    }

    public Component get(int number) {
        if (made[number] == null) {
            made[number] = wanted.apply(new Component(graph, partition.cells(number), partition.relations(number),
                    partition.sums(number)));
        }
        return made[number];
    }

    /** Null where a cell is not in the graph. */
    public Component of(Cell cell) {
        int number = graph.number(cell);
        return number < 0 ? null : of(number);
    }

    /** The component of the cell of a number in the graph. */
    public Component of(int inGraph) {
        return get(numberOf(inGraph));
    }

    /** The number of the component of a cell of the graph. */
    public int numberOf(int inGraph) {
        return partition.groupOf(inGraph);
    }

    /** The cells of a component by their numbers in the graph, in order. */
    public int[] cells(int number) {
        return partition.cells(number);
    }
}
