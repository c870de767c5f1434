package org.crossfoot.reconcile.cause;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Reach;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.judge.Judge.Judgement;

/** The number that the rules leave for a cell when some claims are set aside, where it is a single one. */
final class WhatRulesLeave {

    /** Claims of a component, at most, for which bounds are worked out again for every repair. */
    private static final int FOR_EVERY_REPAIR = 200;

    private final Judgement judgement;
    private final Map<Component, Optional<Reach>> usual = new IdentityHashMap<>();

    WhatRulesLeave(Judgement judgement) {
        this.judgement = judgement;
    }

    /** @param repair what is set aside beside the claims that are blamed anyway */
    OptionalLong of(Cell cell, List<Claim> repair) {
        OptionalLong near = of(cell, judgement.parts(), repair);
        return near.isPresent() ? near : of(cell, judgement.open(), repair);
    }

    private OptionalLong of(Cell cell, Components components, List<Claim> repair) {
        Component component = components.of(cell);
        int place = component.place(judgement.graph().number(cell));
        return limits(component, repair).filter(limits -> limits.lowest()[place] == limits.highest()[place])
                .map(limits -> OptionalLong.of(limits.lowest()[place])).orElse(OptionalLong.empty());
    }

    private Optional<Reach> limits(Component component, List<Claim> repair) {
        boolean blamedOnly = repair.stream().allMatch(judgement.setAside()::contains);
        if (blamedOnly) {
            return usual.computeIfAbsent(component, each -> limits(each, judgement.setAside()));
        }
        if (component.whole().claimed() > FOR_EVERY_REPAIR) {
            return Optional.empty();
        }
        Set<Claim> without = Identity.set(judgement.setAside());
        without.addAll(repair);
        return limits(component, without);
    }

    private static Optional<Reach> limits(Component component, Set<Claim> without) {
        return Reach.byPropagation(component.network(), component.allBut(without));
    }
}
