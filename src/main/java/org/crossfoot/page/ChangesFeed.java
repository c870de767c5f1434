package org.crossfoot.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.page.Digest.ToldFinding;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * {@code feed.xml}: the last changes, an entry each, as Atom (RFC 4287). It is a matter of the ledger alone: an entry is dated by
 * the business date of the run that brought it, and known by date, revision and discrepancy.
 */
final class ChangesFeed {

    static final String FILE = "feed.xml";

    static final int ENTRIES = 100;

    /** @param day business date of the run that brought it */
    private record Entry(LocalDate day, int revision, ToldFinding change) {
    }

    private final StringBuilder xml = new StringBuilder();
    private final Digest words;

    private ChangesFeed(Vocabulary vocabulary) {
        this.words = new Digest(vocabulary, List.of(), List.of(), List.of());
    }

    /** @param run the day of the last run, of which a feed without entries is */
    static byte[] of(Vocabulary vocabulary, Revisions revisions, LocalDate run) {
        ChangesFeed feed = new ChangesFeed(vocabulary);
        feed.add(entries(vocabulary, revisions), run);
        return feed.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the newest run brought first, and of that the newest date's. */
    private static List<Entry> entries(Vocabulary vocabulary, Revisions revisions) {
        List<Entry> entries = new ArrayList<>();
        for (String run : revisions.lastRuns(ENTRIES)) {
            for (Unpublished made : revisions.madeBy(run).stream()
                    .sorted(Comparator.comparing(Unpublished::date).reversed()).toList()) {
                LocalDate day = revisions.state(made.date(), made.number()).orElseThrow().businessDate();
                Digest.of(vocabulary, revisions, List.of(made), List.of(), List.of()).changes().stream()
                        .limit(ENTRIES - entries.size()).forEach(change -> entries.add(new Entry(day, made.number(), change)));
                if (entries.size() == ENTRIES) {
                    return entries;
                }
            }
        }
        return entries;
    }

    private void add(List<Entry> entries, LocalDate run) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
        element("  ", "title", "Crossfoot: what changed");
        element("  ", "subtitle", "Public figures that cannot all be true: what is new, changed, lapsed and resolved");
        element("  ", "id", id("feed"));
        element("  ", "updated", time(entries.stream().map(Entry::day).max(Comparator.naturalOrder()).orElse(run)));
        element("  ", "generator", "Crossfoot");
        xml.append("  <author><name>Crossfoot</name></author>\n");
        xml.append("  <link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>\n");
        xml.append("  <link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>\n");
        entries.forEach(this::add);
        xml.append("</feed>\n");
    }

    private void add(Entry entry) {
        String date = entry.change.row().date().toString();
        String discrepancy = entry.change.row().id();
        xml.append("  <entry>\n");
        element("    ", "title", Label.of(entry.change.row().status()).word() + ": " + words.subject(entry.change));
        element("    ", "id", id(date + " " + entry.revision + " " + discrepancy));
        element("    ", "updated", time(entry.day));
        xml.append("    <link rel=\"alternate\" type=\"text/html\" href=\"").append(date).append("/report.html#")
                .append(discrepancy).append("\"/>\n    <category term=\"")
                .append(XmlEscapeHelper.escape(entry.change.row().rule())).append("\"/>\n");
        element("    ", "summary", Label.of(entry.change.row().severity()).word() + ": " + words.sentence(entry.change));
        xml.append("  </entry>\n");
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("crossfoot " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private void element(String indent, String name, String text) {
        xml.append(indent).append('<').append(name).append('>');
        XmlEscapeHelper.appendEscaped(xml, text);
        xml.append("</").append(name).append(">\n");
    }
}
