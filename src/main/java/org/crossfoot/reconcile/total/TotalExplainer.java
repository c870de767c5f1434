package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.network.Network;
import org.crossfoot.network.Proof.Limit;
import org.crossfoot.network.Proof.Step;
import org.crossfoot.network.Proof;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Agreement;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.outcome.LimitReasons.Repair;
import org.crossfoot.reconcile.outcome.LimitReasons;
import org.crossfoot.reconcile.outcome.ProofStep;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.TotalReasons.BestValue;
import org.crossfoot.reconcile.outcome.TotalReasons.Said;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.reconcile.total.LimitOrigin.Premises;
import org.crossfoot.reconcile.total.Totals.KnownOfCell;

/** Gathers the reasons behind a total: of its limits, by the reading of the figures that each comes from. */
public final class TotalExplainer {

    private final Scope scope;
    private final Judgement judgement;
    private final Totals totals;
    private final Set<Claim> inQuestion;

    public TotalExplainer(Scope scope, Judgement judgement) {
        this.scope = scope;
        this.judgement = judgement;
        this.totals = new Totals(scope, judgement, judgement.components());
        this.inQuestion = judgement.inQuestion();
    }

    /** One for each period of a measure and area that there is a total of. */
    public List<TotalReasons> of(String measure, String area) {
        return DoubtfulTotals.marked(LostFigures.noted(totals.all(), scope), scope, judgement).stream()
                .filter(total -> total.cell().measure().equals(measure) && total.cell().area().equals(area))
                .map(this::reasons).toList();
    }

    private TotalReasons reasons(Total total) {
        Cell cell = total.cell();
        KnownOfCell known = totals.known(cell);
        Range range = known.range();
        List<Claim> leading = Totals.leading(known.kept());
        BestValue best = new BestValue(said(leading), MeantValue.ofEqual(leading).isPresent(), Math.round(known.wish()),
                known.addsUp());
        return new TotalReasons(total, scope.wording().cell(cell), best,
                reasons(cell, cell, false, range.lowest(), range.lowestFrom()),
                reasons(cell, cell, true, range.highest(), range.highestFrom()),
                said(scope.claims().on(cell).stream().filter(claim -> judgement.setAside().contains(claim)
                        && !claim.isDecidedWrong()).toList()),
                said(scope.claims().on(cell).stream().filter(Claim::isDecidedWrong).toList()));
    }

    /** @param asked the cell of the total, of which the whole proof is */
    private LimitReasons reasons(Cell asked, Cell cell, boolean upper, long limit, LimitOrigin origin) {
        boolean none = upper ? limit == Amount.NO_LIMIT : limit == 0;
        if (origin instanceof Premises premises) {
            return none ? new LimitReasons.Nothing(upper ? repair(premises) : null) : proof(asked, cell, upper, limit, premises);
        }
        if (origin instanceof LimitOrigin.IfWrong) {
            return new LimitReasons.IfFiguresAreWrong(said(scope.claims().on(cell).stream().filter(inQuestion::contains)
                    .toList()));
        }
        if (origin instanceof LimitOrigin.BetweenClaims) {
            return new LimitReasons.BetweenSources(said(keptOn(cell).stream().filter(claim -> !inQuestion.contains(claim))
                    .toList()),
                    Agreement.of(scope.rules()).binds());
        }
        return none ? new LimitReasons.Nothing(null) : new LimitReasons.WhatWasSaid(said(keptOn(cell)));
    }

    private List<Claim> keptOn(Cell cell) {
        return scope.claims().on(cell).stream().filter(claim -> !judgement.setAside().contains(claim)).toList();
    }

    private LimitReasons proof(Cell asked, Cell cell, boolean upper, long number, Premises premises) {
        Network network = premises.network();
        Limit limit = new Limit(premises.component().cells().indexOf(cell), upper, number);
        Proof proof = (premises.searched() ? Proof.exact(network, network.everything(), limit)
                : Proof.byPropagation(network, network.everything(), limit)).orElse(null);
        if (proof == null) {
            return new LimitReasons.Untold(repair(premises));
        }
        List<Claim> claims = premises.stated().claims();
        List<Claim> named = proof.statements().stream().filter(statement -> statement < claims.size()).mapToObj(claims::get)
                .toList();
        Repair repair = premises.wrong() != null
                && premises.wrong().repairs().stream().flatMap(List::stream).noneMatch(Identity.set(named)::contains) ? null
                : repair(premises);
        if (proof.steps().isEmpty()) {
            return new LimitReasons.Tried(said(named), proof.sums().stream().mapToObj(premises.component()::relation)
                    .map(relation -> new RelationText(scope.wording()).of(relation, asked)).toList(), repair);
        }
        List<ProofStep> steps = new ArrayList<>(proof.steps().size());
        for (Step step : proof.steps()) {
            steps.add(step instanceof Step.Summed summed ? added(asked, summed, proof.steps(), premises)
                    : given(asked, (Step.Stated) step, claims, premises));
        }
        return new LimitReasons.Proven(List.copyOf(steps), repair);
    }

    private ProofStep given(Cell asked, Step.Stated step, List<Claim> claims, Premises premises) {
        ProofStep.Bound bound = bound(asked, step.limit(), premises);
        if (step.statement() < claims.size()) {
            Claim claim = claims.get(step.statement());
            return new ProofStep.Printed(bound, said(claim), claim.allowed());
        }
        Range settled = premises.settled().get(step.limit().cell());
        return new ProofStep.FromVerdict(bound, reasons(asked, bound.cell(), bound.upper(), bound.limit(),
                bound.upper() ? settled.highestFrom() : settled.lowestFrom()));
    }

    private ProofStep added(Cell asked, Step.Summed step, List<Step> steps, Premises premises) {
        Relation relation = premises.component().relation(step.sum());
        ProofStep.Bound bound = bound(asked, step.limit(), premises);
        List<Constraint.CellTerm> terms = relation.constraint().terms();
        long own = terms.stream().filter(term -> term.cell().equals(bound.cell())).findFirst().orElseThrow().coefficient();
        long constant = bound.upper() == own > 0 ? relation.constraint().highest() : relation.constraint().lowest();
        List<ProofStep.Addend> addends = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            int from = step.from().get(i);
            if (from != Step.NONE && steps.get(from).limit().number() != 0) {
                addends.add(new ProofStep.Addend(-Long.signum(own) * terms.get(i).coefficient(), steps.get(from).limit().number(),
                        from + 1));
            }
        }
        return new ProofStep.RuleApplied(bound, relation.rule().id(), new RelationText(scope.wording()).of(relation, asked),
                Long.signum(own) * constant, List.copyOf(addends), Math.abs(own));
    }

    private ProofStep.Bound bound(Cell asked, Limit limit, Premises premises) {
        Cell cell = premises.component().cells().get(limit.cell());
        FigureWording wording = scope.wording();
        boolean sameMeasure = cell.measure().equals(asked.measure());
        boolean samePeriod = cell.period().equals(asked.period());
        String about = cell.area().equals(asked.area()) ? samePeriod ? wording.measure(cell)
                : wording.measure(cell) + ", " + cell.period()
                : sameMeasure && samePeriod ? wording.area(cell) : wording.cell(cell);
        return new ProofStep.Bound(cell, about, limit.high(), limit.number());
    }

    private Repair repair(Premises premises) {
        return premises.wrong() == null || premises.wrong().repairs().size() == 1 ? null
                : new Repair(said(premises.repair()), premises.wrong().repairs().size());
    }

    private List<Said> said(List<Claim> claims) {
        return claims.stream().map(this::said).toList();
    }

    private Said said(Claim claim) {
        return new Said(scope.vocabulary().sourceTitle(claim.figure().source()), claim.figure());
    }
}
