package org.crossfoot.reconcile.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.crossfoot.figure.Figure;

/**
 * Ids of the sources behind claims, each once, sorted. There are few combinations on a date: those that are the same share a
 * list.
 */
public final class SourcesOfClaims {

    private final Map<List<String>, List<String>> known = new HashMap<>();

    public List<String> of(List<Claim> claims) {
        List<String> sources = new ArrayList<>(2);
        for (Claim claim : claims) {
            for (Figure figure : claim.figures()) {
                sources.add(figure.source());
            }
        }
        return known.computeIfAbsent(sources, each -> List.copyOf(new TreeSet<>(each)));
    }
}
