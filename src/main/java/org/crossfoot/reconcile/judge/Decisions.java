package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.judge.Judge.Choice;

/** What has been decided of a date so far. */
final class Decisions {

    private final Set<Claim> setAside = Identity.set();
    private final List<Diagnosed> allWithin = new ArrayList<>();
    private final Map<Cell, Diagnosed> within = new HashMap<>();
    private final Map<Cell, Diagnosed> beyond = new HashMap<>();
    private final Map<Cell, List<List<Claim>>> narrowed = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Map<Cell, Amount> freed = new HashMap<>();

    /** What is wrong in an area and period by itself; where it can be mended in several ways, sums may still tell. */
    void within(Diagnosed diagnosed) {
        allWithin.add(diagnosed);
        diagnosed.component().cells().forEach(cell -> within.put(cell, diagnosed));
        setAside.addAll(diagnosed.blamed());
    }

    /** What is wrong in all that sums over areas and days tie together. */
    void beyond(Diagnosed diagnosed) {
        diagnosed.component().cells().forEach(cell -> beyond.put(cell, diagnosed));
        setAside.addAll(diagnosed.blamed());
        if (!diagnosed.isUnique()) {
            leaveOpen(diagnosed, diagnosed.repairs());
        }
    }

    void leaveOpen(Diagnosed diagnosed, List<List<Claim>> repairs) {
        choices.add(new Choice(diagnosed.component(), repairs));
    }

    /** What sums leave of the repairs of an area and period. */
    void narrow(Diagnosed diagnosed, List<List<Claim>> left) {
        if (left.size() < diagnosed.repairs().size()) {
            diagnosed.component().cells().forEach(cell -> narrowed.put(cell, left));
        }
        if (!left.isEmpty()) {
            Set<Claim> common = Identity.set(left.get(0));
            left.forEach(repair -> common.retainAll(Identity.set(repair)));
            setAside.addAll(common);
        }
        if (left.size() != 1) {
            leaveOpen(diagnosed, left);
        }
    }

    void setAside(Collection<Claim> claims) {
        setAside.addAll(claims);
    }

    void free(Map<Cell, Amount> cells) {
        freed.putAll(cells);
    }

    Set<Claim> setAside() {
        return setAside;
    }

    boolean keeps(Claim claim) {
        return !setAside.contains(claim);
    }

    /** What is wrong in areas and periods by themselves, in the order it was found. */
    List<Diagnosed> within() {
        return allWithin;
    }

    /** Null where nothing is wrong there. */
    Diagnosed within(Cell cell) {
        return within.get(cell);
    }

    /** Null where nothing is wrong there, or where it was too large to be searched as a whole. */
    Diagnosed beyond(Cell cell) {
        return beyond.get(cell);
    }

    /** What sums left of the repairs; null where they ruled out none. */
    List<List<Claim>> narrowed(Diagnosed diagnosed) {
        return narrowed.get(diagnosed.component().cells().get(0));
    }

    List<Choice> choices() {
        return choices;
    }

    Map<Cell, Amount> freed() {
        return freed;
    }
}
