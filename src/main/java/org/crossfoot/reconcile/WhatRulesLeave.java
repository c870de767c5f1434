package org.crossfoot.reconcile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.Judge.Judgement;

/** The number that the rules leave for a cell when some claims are set aside, where it is a single one. */
final class WhatRulesLeave {

    /** Claims of a component, at most, for which bounds are worked out again for every repair. */
    private static final int FOR_EVERY_REPAIR = 200;

    private final Judgement judgement;
    private final Map<Cell, Component> within = new HashMap<>();
    private final Map<Cell, Component> whole = new HashMap<>();
    private final Map<Component, Map<Cell, Amount>> usual = new IdentityHashMap<>();

    WhatRulesLeave(Components components, Judgement judgement) {
        this.judgement = judgement;
        components.by(Relation::within).forEach(component -> component.cells().forEach(cell -> within.put(cell, component)));
        components.by(relation -> true).forEach(component -> component.cells().forEach(cell -> whole.put(cell, component)));
    }

    /** @param repair what is set aside beside the claims that are blamed anyway */
    OptionalLong of(Cell cell, List<Claim> repair) {
        Amount freed = judgement.freed().get(cell);
        if (freed != null) {
            return number(freed);
        }
        OptionalLong near = number(bounds(within.get(cell), repair).get(cell));
        return near.isPresent() || within.get(cell).relations().size() == whole.get(cell).relations().size() ? near
                : number(bounds(whole.get(cell), repair).get(cell));
    }

    private static OptionalLong number(Amount amount) {
        return amount != null && amount.isExact() ? OptionalLong.of(amount.lowest()) : OptionalLong.empty();
    }

    private Map<Cell, Amount> bounds(Component component, List<Claim> repair) {
        boolean blamedOnly = repair.stream().allMatch(judgement.setAside()::contains);
        if (blamedOnly) {
            return usual.computeIfAbsent(component, each -> bounds(each, judgement.setAside()));
        }
        if (component.claims().size() > FOR_EVERY_REPAIR) {
            return Map.of();
        }
        Set<Claim> without = Identity.set(judgement.setAside());
        without.addAll(repair);
        return bounds(component, without);
    }

    private static Map<Cell, Amount> bounds(Component component, Set<Claim> without) {
        Network network = component.stated(claim -> !without.contains(claim), Claim::cost).network();
        Optional<Hull> hull = Hull.byPropagation(network, network.everything());
        Map<Cell, Amount> bounds = new HashMap<>();
        hull.ifPresent(limits -> {
            for (int i = 0; i < component.cells().size(); i++) {
                bounds.put(component.cells().get(i), Amount.between(limits.lowest()[i], limits.highest()[i]));
            }
        });
        return bounds;
    }
}
