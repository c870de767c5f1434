package org.crossfoot.intake.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one column of a report is used for.
 *
 * @param column  its header
 * @param entries the numbers of the entries that use it, from 1, by role; empty where nothing does
 * @param of      how many entries the profile has
 */
public record ColumnUse(String column, SortedMap<ColumnRole, SortedSet<Integer>> entries, int of) {

    public ColumnUse {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public boolean isUsed() {
        return !entries.isEmpty();
    }

    /** {@code value, measure}; {@code value of entry 2; when}, where the first is not true of every entry; {@code not used}. */
    public String text() {
        if (!isUsed()) {
            return "not used";
        }
        Map<SortedSet<Integer>, List<String>> rolesByEntries = new LinkedHashMap<>();
        entries.forEach((role, users) -> rolesByEntries.computeIfAbsent(users, same -> new ArrayList<>()).add(role.word()));
        List<String> parts = new ArrayList<>();
        rolesByEntries.forEach((users, roles) -> parts.add(String.join(", ", roles) + (users.size() == of ? "" : of(users))));
        return String.join("; ", parts);
    }

    private static String of(SortedSet<Integer> users) {
        return (users.size() == 1 ? " of entry " : " of entries ") + users.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
