package org.crossfoot.reconcile.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint.CellTerm;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Relation;

/** The cells of a date, the claims on them and the relations between them, known by their numbers. */
public final class CellGraph {

    private final GraphShape shape;
    private final LocalDate date;
    private final List<List<Claim>> claims;
    /** Cells and relations that are nobody's question are never made. */
    private final Cell[] cells;
    private final Relation[] relations;

    /**
     * @param claimed cells that the shape was found for, or the same of another date
     * @param claims  on each of them
     */
    public CellGraph(GraphShape shape, LocalDate date, List<Cell> claimed, List<List<Claim>> claims) {
        this.shape = shape;
        this.date = date;
        this.claims = claims;
        cells = claimed.toArray(new Cell[shape.cells()]);
        relations = new Relation[shape.relations()];
    }

    public static CellGraph of(GraphShape shape, Check.Scope scope) {
        return new CellGraph(shape, scope.date(), scope.claims().cells(), scope.claims().byCell());
    }

    /** How many cells there are: they are numbered from 0, those first that claims were made on, in their order. */
    public int cells() {
        return cells.length;
    }

    /** How many claims were made on. */
    public int claimed() {
        return claims.size();
    }

    public Cell cell(int number) {
        if (cells[number] == null) {
            cells[number] = shape.cell(number, date);
        }
        return cells[number];
    }

    /** -1 where a cell is not in the graph. */
    public int number(Cell cell) {
        for (int number : shape.numbers(cell.area())) {
            if (cell(number).equals(cell)) {
                return number;
            }
        }
        return -1;
    }

    /** The claims on the cell of a number. */
    public List<Claim> claims(int cell) {
        return cell < claims.size() ? claims.get(cell) : List.of();
    }

    public int relations() {
        return relations.length;
    }

    public Relation relation(int number) {
        if (relations[number] == null) {
            Sum sum = sum(number);
            List<CellTerm> terms = new ArrayList<>(sum.cells().length);
            for (int i = 0; i < sum.cells().length; i++) {
                terms.add(new CellTerm(sum.coefficients()[i], cell(sum.cells()[i])));
            }
            relations[number] = new Relation(shape.rule(number), terms.get(0).cell(),
                    new Constraint(terms, sum.lowest(), sum.highest()), isWithin(number));
        }
        return relations[number];
    }

    /** What a relation asks of its cells, by their numbers. */
    public Sum sum(int relation) {
        return shape.sum(relation);
    }

    public boolean isWithin(int relation) {
        return shape.isWithin(relation);
    }

    /** The numbers of the relations on a cell, by its own. */
    public int[] relationsOn(int cell) {
        return shape.relationsOn(cell);
    }

    /** 0 where the cell is no term of the relation. */
    public long coefficient(int cell, int relation) {
        int[] on = shape.relationsOn(cell);
        for (int i = 0; i < on.length; i++) {
            if (on[i] == relation) {
                return shape.coefficientsOn(cell)[i];
            }
        }
        return 0;
    }

    /** In components by relations within one area and period. */
    public Components near() {
        return new Components(this, shape.near());
    }

    /** In components by those relations that may fail, whatever is said. */
    public Components atStake() {
        return new Components(this, shape.atStake());
    }

    /** In components by all relations. */
    public Components tied() {
        return new Components(this, shape.tied());
    }
}
