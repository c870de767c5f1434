package org.crossfoot.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.page.DatePage.ItemList;
import org.crossfoot.reconcile.outcome.Discrepancy;

/**
 * The discrepancies of a date's page: the first of each list for the page itself, the others in files beside it, and for all of
 * them what the page filters, sorts and searches by without having read the files.
 */
final class Details {

    private static final int ITEMS_A_FILE = 25;
    private static final int WORDS_SEARCHED = 160;
    private static final int PUBLISHERS_SEARCHED = 10;

    /** The lists that a date's page has, in their order. */
    private enum DiscrepancyList {
        NEW("new", "New and changed", "What was not there, or not like this, in the result before.", "Nothing new.",
                Set.of(Status.NEW, Status.CHANGED, Status.REOPENED)),
        KNOWN("known", "Known before", "What stood in the result before, and what has been resolved or has lapsed since.",
        "Nothing was known before.",
                Set.of(Status.PERSISTING, Status.LAPSED, Status.RESOLVED)),
        WAIVED("waived", "Accepted for now",
                "Somebody decided to live with these until a day. They stay in sight, and no longer count as open.",
                "Nothing is accepted.", Set.of(Status.WAIVED));

        private final String id;
        private final String title;
        private final String lead;
        private final String none;
        private final Set<Status> statuses;

        DiscrepancyList(String id, String title, String lead, String none, Set<Status> statuses) {
            this.id = id;
            this.title = title;
            this.lead = lead;
            this.none = none;
            this.statuses = statuses;
        }

        String id() {
            return id;
        }

        boolean holds(DiscrepancyRecord row) {
            return statuses.contains(row.status());
        }

        ItemList of(List<Item> shown, int all) {
            return new ItemList(id, title, lead, none, shown, all);
        }
    }

    private final Vocabulary vocabulary;
    private final DataFiles data;
    private final Items items;
    private final List<ItemList> lists = new ArrayList<>();
    private final List<List<Object>> entries = new ArrayList<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** @param rows a revision's discrepancies, what matters most first */
    Details(DataFiles data, List<DiscrepancyRecord> rows, Items items, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.data = data;
        this.items = items;
        for (DiscrepancyList list : DiscrepancyList.values()) {
            add(list, rows.stream().filter(list::holds).toList());
        }
    }

    private void add(DiscrepancyList list, List<DiscrepancyRecord> rows) {
        List<Item> shown = new ArrayList<>();
        for (DiscrepancyRecord row : rows.subList(0, Math.min(rows.size(), ITEMS_A_FILE))) {
            Item item = items.of(row);
            shown.add(item);
            enter(item, row, list, "");
        }
        for (int from = ITEMS_A_FILE; from < rows.size(); from += ITEMS_A_FILE) {
            addFile(list, rows.subList(from, Math.min(rows.size(), from + ITEMS_A_FILE)));
        }
        lists.add(list.of(shown, rows.size()));
    }

    private void addFile(DiscrepancyList list, List<DiscrepancyRecord> rows) {
        String name = String.format(Locale.ROOT, "%04d", files.size() + 1);
        Map<String, String> articles = new LinkedHashMap<>();
        for (DiscrepancyRecord row : rows) {
            Item item = items.of(row);
            articles.put(item.id(), Templates.render("discrepancy", item));
            enter(item, row, list, name);
        }
        files.put(data.path(name), data.script(name, articles));
    }

    private void enter(Item item, DiscrepancyRecord row, DiscrepancyList list, String file) {
        String figures = row.figures();
        entries.add(List.of(item.id(), list.id(), file, row.severity().toString(), row.status().toString(),
                row.rule(), row.gap(), item.place(), item.measure() + " " + item.period() + " " + item.rule().word() + " "
                        + publishers(row) + " " + figures.substring(0, Math.min(figures.length(), WORDS_SEARCHED))));
    }

    /** By whom it may be searched. */
    private String publishers(DiscrepancyRecord row) {
        Discrepancy found = items.found().get(row.id());
        return found == null ? "" : found.source().isEmpty() ? found.figures().stream().map(Figure::source).distinct()
                .limit(PUBLISHERS_SEARCHED).map(vocabulary::sourceTitle).collect(Collectors.joining(" "))
                : vocabulary.sourceTitle(found.source());
    }

    List<ItemList> lists() {
        return lists;
    }

    /** By path; with the list of them all, which is read with the page. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(data.path("list"), data.script("list", entries));
        return all;
    }
}
