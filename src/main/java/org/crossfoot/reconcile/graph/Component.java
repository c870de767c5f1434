package org.crossfoot.reconcile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.repair.Diagnosis;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.claim.SharedFigure;

/** Cells that relations tie together, with all claims on them. A cell's number is its place among them. */
public final class Component {

    /** Cells, at most, for which limits on cycles are shaved by search. */
    private static final int SEARCHED = 400;

    private final CellGraph graph;
    private final Component whole;
    private final int[] inGraph;
    private final int[] inGraphRelations;
    private final List<Sum> sums;
    // Found when first asked for: of most components it is never asked.
    private List<Cell> cells;
    private List<Claim> claims;
    private int[] first;
    private Network network;

    /**
     * @param inGraph          of each cell, its number in the graph; in order
     * @param inGraphRelations of each relation, its number there
     * @param sums           what each asks of the cells, by their numbers here
     */
    Component(CellGraph graph, int[] inGraph, int[] inGraphRelations, List<Sum> sums) {
        this(graph, inGraph, inGraphRelations, sums, null);
    }

    /** @param whole the component that this is left of; null where nothing is left out */
    Component(CellGraph graph, int[] inGraph, int[] inGraphRelations, List<Sum> sums, Component whole) {
        this.graph = graph;
        this.whole = whole == null ? this : whole;
        this.inGraph = inGraph;
        this.inGraphRelations = inGraphRelations;
        this.sums = sums;
    }

    /** How many cells there are. */
    public int size() {
        return inGraph.length;
    }

    /** The component that this is left of; itself where nothing is left out. */
    public Component whole() {
        return whole;
    }

    /** Whether its limits are to be exact; otherwise they are those of propagation. */
    public boolean isSearched() {
        return whole.inGraph.length <= SEARCHED;
    }

    public List<Cell> cells() {
        if (cells == null) {
            cells = Arrays.stream(inGraph).mapToObj(graph::cell).toList();
        }
        return cells;
    }

    /** The number in the graph of the cell of a number. */
    public int inGraph(int number) {
        return inGraph[number];
    }

    /** The number of the cell of a number in the graph; below 0 where it is not one of these. */
    public int place(int numberInGraph) {
        return Arrays.binarySearch(inGraph, numberInGraph);
    }

    /** The claims on the cell of a number. */
    public List<Claim> on(int number) {
        return graph.claims(inGraph[number]);
    }

    /** All claims, by cell. */
    public List<Claim> claims() {
        if (claims == null) {
            claims = Arrays.stream(inGraph).mapToObj(graph::claims).flatMap(List::stream).toList();
        }
        return claims;
    }

    /** How many claims there are. */
    public int claimed() {
        return firstOn(inGraph.length);
    }

    /** The number of the first claim on a cell; after the last cell, of the first that is not there. */
    public int firstOn(int cell) {
        if (first == null) {
            first = new int[inGraph.length + 1];
            for (int i = 0; i < inGraph.length; i++) {
                first[i + 1] = first[i] + on(i).size();
            }
        }
        return first[cell];
    }

    /** Of each cell, the number of its area; these in the order of their first cells. */
    public int[] areas() {
        Map<String, Integer> numbers = new HashMap<>();
        return cells().stream().mapToInt(cell -> numbers.computeIfAbsent(cell.area(), area -> numbers.size())).toArray();
    }

    /** How many relations there are between its cells. */
    public int relations() {
        return inGraphRelations.length;
    }

    public int relationInGraph(int number) {
        return inGraphRelations[number];
    }

    public Relation relation(int number) {
        return graph.relation(inGraphRelations[number]);
    }

    /** What its relations ask of its cells, by their numbers. */
    List<Sum> sums() {
        return sums;
    }

    /** The network of its cells and relations with all of its claims, which are numbered in their order. */
    public Network network() {
        if (network == null) {
            List<Statement> statements = new ArrayList<>(claimed());
            Map<SharedFigure, Integer> shared = new HashMap<>();
            for (int cell = 0; cell < inGraph.length; cell++) {
                for (Claim claim : on(cell)) {
                    // What was decided to be wrong says nothing; its number stays, so that claims are numbered alike.
                    statements.add(claim.isDecidedWrong() ? new Statement(cell, 0, Network.NO_HIGHEST, 0, false)
                            : new Statement(cell, claim.allowed().lowest(), claim.allowed().highest(),
                            claim.isUpheld() ? beyondAllTrust() : claim.cost(), !claim.figure().derived() || claim.isUpheld(),
                            SharedFigure.behind(claim).map(figure -> shared.computeIfAbsent(figure, added -> shared.size()))
                            .orElse(Statement.ITS_OWN)));
                }
            }
            network = new Network(inGraph.length, sums, statements);
        }
        return network;
    }

    /** More than all other claims together cost: what is upheld goes only where other decisions ask for it. */
    private int beyondAllTrust() {
        long all = 1;
        for (int cell = 0; cell < inGraph.length; cell++) {
            for (Claim claim : on(cell)) {
                all += claim.cost();
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, all);
    }

    /** Whether sums show that a claim cannot be right together with all that somebody decided to be. */
    public boolean contradictsUpheld(Claim claim) {
        Network upheld = stated(other -> other == claim || other.isUpheld()).network();
        return Diagnosis.conflict(upheld, upheld.everything(), 0).isPresent();
    }

    /** The numbers of all claims but some. */
    public BitSet allBut(Set<Claim> unwanted) {
        BitSet kept = new BitSet(claimed());
        kept.set(0, claimed());
        if (unwanted.size() < claimed()) {
            BitSet looked = new BitSet();
            unwanted.forEach(claim -> looked.set(1 + Math.max(-1, place(graph.number(claim.cell())))));
            for (int after = looked.nextSetBit(1); after >= 0; after = looked.nextSetBit(after + 1)) {
                clear(after - 1, unwanted, kept);
            }
        } else {
            for (int number = 0; number < claims().size(); number++) {
                kept.set(number, !unwanted.contains(claims.get(number)));
            }
        }
        return kept;
    }

    private void clear(int cell, Set<Claim> unwanted, BitSet kept) {
        for (int i = 0; i < on(cell).size(); i++) {
            if (unwanted.contains(on(cell).get(i))) {
                kept.clear(firstOn(cell) + i);
            }
        }
    }

    /** The network with some of its claims only, which are numbered in their order. */
    public NetworkOfClaims stated(Predicate<Claim> wanted) {
        List<Claim> taken = new ArrayList<>(claims().size());
        List<Statement> statements = new ArrayList<>(claims().size());
        for (int number = 0; number < claims.size(); number++) {
            if (wanted.test(claims.get(number))) {
                taken.add(claims.get(number));
                statements.add(network().statements().get(number));
            }
        }
        return new NetworkOfClaims(taken.size() == claims.size() ? network() : network().saying(statements), taken);
    }

    /** A network, and the claim behind each of its statements. */
    public record NetworkOfClaims(Network network, List<Claim> claims) {
    }
}
