package org.crossfoot.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tree of areas. An area is found by its id, its name or an alias, whatever the case and the spaces. */
public final class Areas {

    private final Map<String, Area> byId = new LinkedHashMap<>();
    private final Map<String, Area> byWord = new HashMap<>();
    private final Map<String, Area> asDeclared = new HashMap<>();
    private final Map<String, SortedMap<String, List<Area>>> parts = new HashMap<>();
    /** Of each part, how many of its breakdown were declared before it. */
    private final Map<String, Integer> places = new HashMap<>();

    /** Takes areas whose names were checked to be unambiguous; of two that share a word the first one has it. */
    public Areas(Collection<Area> areas) {
        for (Area area : areas) {
            byId.put(area.id(), area);
            byWord.putIfAbsent(word(area.id()), area);
            if (area.partOf() != null) {
                List<Area> siblings = parts.computeIfAbsent(area.partOf(), whole -> new TreeMap<>())
                        .computeIfAbsent(area.breakdown(), breakdown -> new ArrayList<>());
                places.put(area.id(), siblings.size());
                siblings.add(area);
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

    /** The parts that were declared just before and just after an area, of the same breakdown of the same whole. */
    public List<Area> nextTo(String id) {
        Area area = byId.get(id);
        if (area == null || area.partOf() == null) {
            return List.of();
        }
        List<Area> inOrder = parts.get(area.partOf()).get(area.breakdown());
        int at = places.get(id);
        List<Area> next = new ArrayList<>(2);
        if (at > 0) {
            next.add(inOrder.get(at - 1));
        }
        if (at + 1 < inOrder.size()) {
            next.add(inOrder.get(at + 1));
        }
        return next;
    }
}
