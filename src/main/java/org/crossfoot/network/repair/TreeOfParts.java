package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.crossfoot.network.Groups;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/**
 * A network whose cells lie in parts, such as areas: most sums stay within a part, the others say that a cell of a whole is the
 * sum of cells of its parts, one each, or bounds it. Each part belongs to one whole at most, so that they form a tree, and what
 * is changed in a part matters to the rest by its cells in such sums alone.
 */
final class TreeOfParts {

    /** One place in a sum over parts. */
    record Link(int sum, int cell) {
    }

    private final Network network;
    private final int[] placeInPart;
    /** Of each part, its cells by their numbers in the network. */
    private final int[][] cells;
    private final int[][] statements;
    private final Network[] inside;
    private final int[] whole;
    /** Of each sum over parts, its place among those of its whole. */
    private final int[] placeOfSum;
    private final List<List<Integer>> partsOf = new ArrayList<>();
    /** Of each part, the sums that its cells are wholes of. */
    private final List<List<Link>> down = new ArrayList<>();
    /** Of each part, the sums of its whole that its cells are in. */
    private final List<List<Link>> up = new ArrayList<>();
    /** Every part after its own parts. */
    private int[] order;

    private TreeOfParts(Network network, int[] partOf) {
        this.network = network;
        int count = Arrays.stream(partOf).max().orElse(-1) + 1;
        cells = Groups.members(partOf, count);
        placeInPart = new int[partOf.length];
        for (int[] own : cells) {
            for (int place = 0; place < own.length; place++) {
                placeInPart[own[place]] = place;
            }
        }
        statements = Groups.members(network.statements().stream().mapToInt(each -> partOf[each.cell()]).toArray(), count);
        whole = new int[count];
        Arrays.fill(whole, -1);
        inside = new Network[count];
        placeOfSum = new int[network.sums().size()];
        for (int part = 0; part < count; part++) {
            partsOf.add(new ArrayList<>());
            down.add(new ArrayList<>());
            up.add(new ArrayList<>());
        }
    }

    /**
     * @param partOf of each cell, the number of its part
     * @return empty where the parts form no tree
     */
    static Optional<TreeOfParts> of(Network network, int[] partOf) {
        TreeOfParts tree = new TreeOfParts(network, partOf);
        return tree.take(partOf) ? Optional.of(tree) : Optional.empty();
    }

    private boolean take(int[] partOf) {
        List<List<Sum>> sums = new ArrayList<>();
        partsOf.forEach(part -> sums.add(new ArrayList<>()));
        for (int number = 0; number < network.sums().size(); number++) {
            Sum sum = network.sums().get(number);
            int first = partOf[sum.cells()[0]];
            if (Arrays.stream(sum.cells()).allMatch(cell -> partOf[cell] == first)) {
                sums.get(first).add(new Sum(Arrays.stream(sum.cells()).map(cell -> placeInPart[cell]).toArray(),
                        sum.coefficients(), sum.lowest(), sum.highest()));
            } else if (!link(number, sum, partOf)) {
                return false;
            }
        }
        for (int part = 0; part < cells.length; part++) {
            inside[part] = new Network(cells[part].length, sums.get(part), Arrays.stream(statements[part])
                    .mapToObj(network.statements()::get)
                    .map(said -> new Statement(placeInPart[said.cell()], said.lowest(), said.highest(), said.cost(),
                            said.counts()))
                    .toList());
            if (whole[part] >= 0) {
                partsOf.get(whole[part]).add(part);
            }
        }
        order = inOrder();
        return order.length == cells.length;
    }

    private boolean link(int number, Sum sum, int[] partOf) {
        int first = partOf[sum.cells()[0]];
        BitSet seen = new BitSet();
        seen.set(first);
        for (int i = 0; i < sum.cells().length; i++) {
            int part = partOf[sum.cells()[i]];
            if (sum.coefficients()[i] != (i == 0 ? 1 : -1)
                    || i > 0 && (seen.get(part) || whole[part] >= 0 && whole[part] != first)) {
                return false;
            }
            seen.set(part);
            if (i == 0) {
                placeOfSum[number] = down.get(part).size();
                down.get(part).add(new Link(number, placeInPart[sum.cells()[i]]));
            } else {
                whole[part] = first;
                up.get(part).add(new Link(number, placeInPart[sum.cells()[i]]));
            }
        }
        return true;
    }

    /** Shorter than there are parts where they go round in a circle. */
    private int[] inOrder() {
        int[] downwards = new int[cells.length];
        int found = 0;
        for (int part = 0; part < whole.length; part++) {
            if (whole[part] < 0) {
                downwards[found++] = part;
            }
        }
        for (int next = 0; next < found; next++) {
            for (int part : partsOf.get(downwards[next])) {
                downwards[found++] = part;
            }
        }
        int[] upwards = new int[found];
        for (int i = 0; i < found; i++) {
            upwards[i] = downwards[found - 1 - i];
        }
        return upwards;
    }

    Network network() {
        return network;
    }

    int parts() {
        return cells.length;
    }

    /** Every part after its own parts. */
    int[] upwards() {
        return order;
    }

    /** -1 where it is part of none. */
    int whole(int part) {
        return whole[part];
    }

    List<Integer> partsOf(int part) {
        return partsOf.get(part);
    }

    List<Link> down(int part) {
        return down.get(part);
    }

    List<Link> up(int part) {
        return up.get(part);
    }

    /** Where the sum of a link up stands among the links down of the whole. */
    int placeOf(Link up) {
        return placeOfSum[up.sum()];
    }

    /** The cells of a part with the sums and statements that stay in it, all numbered anew in their order. */
    Network inside(int part) {
        return inside[part];
    }

    /** By their numbers inside, what the cells of a part are in the whole network. */
    int[] cells(int part) {
        return cells[part];
    }

    /** By their numbers inside, what the statements of a part are in the whole network. */
    int[] statements(int part) {
        return statements[part];
    }
}
