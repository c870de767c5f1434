package org.crossfoot.reconcile.explain;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.SharedFigure;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.judge.Judge.Ruling;
import org.crossfoot.reconcile.judge.Judge;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.EqualTrust;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Total;

/** Gathers the reasons behind a finding and the ruling on it. */
public final class Explainer {

    private final Check.Scope scope;
    private final FigureWording wording;
    private final List<Total> totals;
    /** By the very cell: thousands of findings may each tell of thousands of claims. */
    private final Map<Cell, String> inWords = new IdentityHashMap<>();

    /** @param totals by cell */
    public Explainer(Check.Scope scope, List<Total> totals) {
        this.scope = scope;
        this.wording = scope.wording();
        this.totals = totals;
    }

    public Explanation of(Finding finding, Ruling ruling) {
        Voices voices = new Voices(scope, inWords, finding.cell(), finding.claims(), ruling);
        boolean judged = !finding.claims().isEmpty();
        return explanation(finding.headline(), voices, finding.arithmetic(), finding.tolerance(), judged ? ruling : null,
                judged ? bounds(finding.cell(), voices) : List.of());
    }

    /** The same for rules that hold one by one but not together. */
    public Explanation of(Judge.Joint joint, String headline, Cell cell) {
        Voices voices = new Voices(scope, inWords, cell, joint.claims(), joint.ruling());
        return explanation(headline, voices, List.of(), 0, joint.ruling(), bounds(cell, voices));
    }

    private static Explanation explanation(String headline, Voices voices, List<String> arithmetic, long tolerance, Ruling ruling,
            List<Bounds> bounds) {
        if (ruling == null) {
            return new Explanation(headline, voices.kept(), voices.inAll(), arithmetic, tolerance, List.of(), List.of(),
                    List.of(), List.of(), false, 0, null, "", null, bounds, "");
        }
        List<List<Claim>> repairs = ruling.repairs().stream().filter(repair -> !repair.isEmpty())
                .map(repair -> withBlamed(repair, ruling)).toList();
        List<Mention> conflict = voices.mentions(ruling.conflict());
        List<Mention> blamed = voices.mentions(ruling.blamed());
        List<Mention> tied = voices.mentions(ruling.tied());
        List<List<Mention>> setAside = repairs.stream().map(voices::mentions).toList();
        EqualTrust equalTrust = equalTrust(ruling, voices);
        return new Explanation(headline, voices.kept(), voices.inAll(), arithmetic, tolerance, conflict, blamed, tied, setAside,
                ruling.more(), repairs.isEmpty() ? 0 : SharedFigure.cost(repairs.get(0)), ruling.verdict(),
                ruling.reason(), equalTrust, bounds, "");
    }

    /** Every repair sets aside what is blamed, also where that was decided elsewhere. */
    private static List<Claim> withBlamed(List<Claim> repair, Ruling ruling) {
        Set<Claim> all = Identity.set(repair);
        List<Claim> whole = new ArrayList<>(repair);
        ruling.blamed().stream().filter(all::add).forEach(whole::add);
        return whole;
    }

    private static EqualTrust equalTrust(Ruling ruling, Voices voices) {
        if (ruling.equal() == null) {
            return null;
        }
        List<Mention> blamed = voices.mentions(ruling.equal().blamed());
        if (blamed.isEmpty() && !ruling.equal().blamed().isEmpty()) {
            // What it would be is nothing that is shown here.
            return null;
        }
        boolean same = !ruling.blamed().isEmpty() && Identity.set(ruling.equal().blamed()).containsAll(ruling.blamed())
                && blamed.equals(voices.mentions(ruling.blamed()));
        return new EqualTrust(same, blamed);
    }

    private List<Bounds> bounds(Cell cell, Voices voices) {
        return voices.cells().stream().map(this::total).filter(Objects::nonNull).map(total -> bounds(total, cell)).toList();
    }

    /** Null where there is none of a cell. */
    private Total total(Cell cell) {
        int low = 0;
        int high = totals.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (totals.get(middle).cell().compareTo(cell) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < totals.size() && totals.get(low).cell().equals(cell) ? totals.get(low) : null;
    }

    private Bounds bounds(Total total, Cell asked) {
        Cell cell = total.cell();
        boolean besides = !cell.equals(asked) && cell.area().equals(asked.area()) && cell.period().equals(asked.period());
        Amount printed = scope.claims().on(cell).stream().map(Claim::amount).reduce(Amount::spanning).orElse(null);
        return new Bounds(besides ? wording.measure(cell) : wording.cell(cell), cell.measure(), cell.area(),
                cell.period().start(), cell.period().end(), printed == null ? null : (Long) printed.lowest(), printed == null
                ? null : limit(printed.highest()), total.best(),
                total.lowest(), limit(total.highest()), total.basis());
    }

    private static Long limit(long highest) {
        return highest == Amount.NO_LIMIT ? null : highest;
    }
}
