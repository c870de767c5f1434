package org.crossfoot.reconcile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Judge.Judgement;

/** The number that the rules leave for a cell when some claims are set aside, where it is a single one. */
final class WhatRulesLeave {

    /** Claims of a component, at most, for which bounds are worked out again for every repair. */
    private static final int FOR_EVERY_REPAIR = 200;

    private final Scope scope;
    private final Printed printed;
    private final Judgement judgement;
    private final Map<Cell, Component> within = new HashMap<>();
    private final Map<Component, Map<Cell, Amount>> usual = new IdentityHashMap<>();
    private Map<Cell, Component> whole;

    WhatRulesLeave(Scope scope, Printed printed, Judgement judgement) {
        this.scope = scope;
        this.printed = printed;
        this.judgement = judgement;
    }

    /** What the relations of one area and period tie to a cell. */
    private Component within(Cell cell) {
        Component known = within.get(cell);
        if (known != null) {
            return known;
        }
        Set<Cell> cells = new LinkedHashSet<>(List.of(cell));
        Set<Relation> relations = new LinkedHashSet<>();
        Deque<Cell> left = new ArrayDeque<>(cells);
        while (!left.isEmpty()) {
            printed.relationsOn(left.remove()).stream().filter(Relation::within).filter(relations::add)
                    .forEach(relation -> relation.constraint().terms().forEach(term -> {
                        if (cells.add(term.cell())) {
                            left.add(term.cell());
                        }
                    }));
        }
        Component component = new Component(List.copyOf(cells), List.copyOf(relations),
                cells.stream().flatMap(each -> scope.claims().on(each).stream()).toList());
        cells.forEach(each -> within.put(each, component));
        return component;
    }

    /** Looked for only where what is said within an area and period leaves something open. */
    private Component whole(Cell cell) {
        if (whole == null) {
            whole = new HashMap<>();
            judgement.components().forEach(component -> component.cells().forEach(each -> whole.put(each, component)));
        }
        return whole.get(cell);
    }

    /** @param repair what is set aside beside the claims that are blamed anyway */
    OptionalLong of(Cell cell, List<Claim> repair) {
        Amount freed = judgement.freed().get(cell);
        if (freed != null) {
            return number(freed);
        }
        OptionalLong near = number(bounds(within(cell), repair).get(cell));
        return near.isPresent() ? near : number(bounds(whole(cell), repair).get(cell));
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
