package org.crossfoot.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Area.PartOf;

/**
 * All areas, and which are parts of which: a tree, or several that share parts. An area is found by its id, its name or an
 * alias, whatever the case and the spaces.
 */
public final class Areas {

    private final Map<String, Area> byId = new LinkedHashMap<>();
    private final Map<String, Area> byWord = new HashMap<>();
    private final Map<String, Area> asDeclared = new HashMap<>();
    private final Map<String, SortedMap<String, List<Area>>> parts = new HashMap<>();
    /** Of each part of each whole, how many of its breakdown were declared before it. */
    private final Map<String, Integer> places = new HashMap<>();
    /** Of areas that parts tie together, another one of these; none of the last. */
    private final Map<String, String> tied = new HashMap<>();
    private final Map<String, String> tops = new HashMap<>();
    private final Map<String, List<Area>> shared = new HashMap<>();

    /** Takes areas whose names were checked to be unambiguous; of two that share a word the first one has it. */
    public Areas(Collection<Area> areas) {
        for (Area area : areas) {
            byId.put(area.id(), area);
            byWord.putIfAbsent(word(area.id()), area);
            for (PartOf part : area.wholes()) {
                List<Area> siblings = siblings(part);
                places.put(place(area, part), siblings.size());
                siblings.add(area);
                if (area.wholes().size() > 1) {
                    shared.computeIfAbsent(part.whole(), whole -> new ArrayList<>()).add(area);
                }
            }
        }
        for (Area area : areas) {
            byWord.putIfAbsent(word(area.name()), area);
            area.aliases().forEach(alias -> byWord.putIfAbsent(word(alias), area));
        }
        for (Area area : areas) {
            Stream.concat(Stream.of(area.id(), area.name()), area.aliases().stream())
                    .forEach(text -> asDeclared.put(text, byWord.get(word(text))));
        }
        findTops();
    }

    private List<Area> siblings(PartOf part) {
        return parts.computeIfAbsent(part.whole(), whole -> new TreeMap<>())
                .computeIfAbsent(part.breakdown(), breakdown -> new ArrayList<>());
    }

    private static String place(Area area, PartOf part) {
        return area.id() + "\n" + part.whole() + "\n" + part.breakdown();
    }

    /** How a printed name is compared: trimmed, single spaces, lower case. */
    public static String word(String printed) {
        return printed.strip().replaceAll("[\\s\\u00a0\\u202f]+", " ").toLowerCase(Locale.ROOT);
    }

    public Optional<Area> find(String printed) {
        // Most reports print a name just as it was declared, and every report prints thousands.
        Area declared = asDeclared.get(printed);
        return Optional.ofNullable(declared != null ? declared : byWord.get(word(printed)));
    }

    public Optional<Area> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The name of an area, or its id where it is not declared. */
    public String name(String id) {
        return byId(id).map(Area::name).orElse(id);
    }

    public Collection<Area> all() {
        return byId.values();
    }

    /** The parts of an area by breakdown id, in the order they were declared. */
    public SortedMap<String, List<Area>> partsOf(String area) {
        return parts.getOrDefault(area, Collections.emptySortedMap());
    }

    /** The parts of an area that are parts of another too, by no matter which breakdown. */
    public List<Area> sharedPartsOf(String area) {
        return shared.getOrDefault(area, List.of());
    }

    /** The parts that were declared just before and just after an area, of the same breakdown of the same whole. */
    public List<Area> nextTo(String id) {
        List<Area> next = new ArrayList<>(2);
        Area area = byId.get(id);
        for (PartOf part : area == null ? List.<PartOf>of() : area.wholes()) {
            List<Area> inOrder = siblings(part);
            int at = places.get(place(area, part));
            if (at > 0 && !next.contains(inOrder.get(at - 1))) {
                next.add(inOrder.get(at - 1));
            }
            if (at + 1 < inOrder.size() && !next.contains(inOrder.get(at + 1))) {
                next.add(inOrder.get(at + 1));
            }
        }
        return next;
    }

    /** An area and all those it is a part of, nearer ones first; each once. */
    public List<String> upwards(String id) {
        Set<String> found = new LinkedHashSet<>(List.of(id));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            byId(open.poll()).map(Area::wholes).orElse(List.of()).stream().map(PartOf::whole)
                    .filter(found::add).forEach(open::add);
        }
        return List.copyOf(found);
    }

    /** One area for all that are tied by parts: that of which an area is part in the end, or the first declared of several. */
    public String top(String id) {
        return tops.getOrDefault(id, id);
    }

    private void findTops() {
        for (Area area : byId.values()) {
            area.wholes().forEach(part -> {
                String one = lead(part.whole());
                String other = lead(area.id());
                if (!one.equals(other)) {
                    tied.put(other, one);
                }
            });
        }
        Map<String, String> firstTop = new HashMap<>();
        byId.values().stream().filter(area -> area.wholes().isEmpty())
                .forEach(area -> firstTop.putIfAbsent(lead(area.id()), area.id()));
        byId.keySet().forEach(id -> tops.put(id, firstTop.getOrDefault(lead(id), id)));
    }

    private String lead(String area) {
        String lead = area;
        for (String next = tied.get(lead); next != null; next = tied.get(lead)) {
            String further = tied.get(next);
            if (further != null) {
                tied.put(lead, further);
            }
            lead = next;
        }
        return lead;
    }
}
