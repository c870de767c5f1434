package org.crossfoot.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.pack.Compressed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of which earlier dates a later one says otherwise than they do themselves: these are reconciled with what it looked at, so that
 * no figure is judged in two ways. A date's ties follow from what is known up to it, whatever later dates say.
 *
 * <p>Cells are packed as compressed lines, in order: measure, area, first and last day, which stands for none where it is empty.
 */
public final class Ties {

    private static final String APART = "\u001f";

    private final JdbcClient database;
    private final Dates dates;

    Ties(JdbcClient database, Dates dates) {
        this.database = database;
        this.dates = dates;
    }

    /** The cells of other dates that a date is to be reconciled with. */
    public SortedSet<Cell> on(LocalDate date) {
        SortedSet<Cell> cells = new TreeSet<>();
        database.sql("select cells from tie where date = ?").param(date).query((row, number) -> row.getBytes("cells")).list()
                .forEach(packed -> cells.addAll(unpack(packed)));
        return cells;
    }

    /** Those that a revision was reconciled with. */
    public SortedSet<Cell> of(LocalDate date, int revision) {
        return database.sql("select cells from revision_tie where date = ? and revision = ?").params(date, revision)
                .query((row, number) -> row.getBytes("cells")).optional().map(Ties::unpack)
                .orElseGet(Collections::emptySortedSet);
    }

    void store(LocalDate date, int revision, SortedSet<Cell> cells) {
        if (!cells.isEmpty()) {
            database.sql("insert into revision_tie (date, revision, cells) values (?, ?, ?)")
                    .params(date, revision, pack(cells)).update();
        }
    }

    /** Stores the ties of a date, and lets each earlier date wait that is tied otherwise than before. */
    public void store(LocalDate later, SortedMap<LocalDate, SortedSet<Cell>> earlier) {
        Map<LocalDate, byte[]> before = new TreeMap<>();
        database.sql("select date, cells from tie where later = ?").param(later)
                .query((row, number) -> before.put(row.getObject("date", LocalDate.class), row.getBytes("cells"))).list();
        Map<LocalDate, byte[]> now = new TreeMap<>();
        earlier.forEach((date, cells) -> now.put(date, pack(cells)));
        Stream.concat(before.keySet().stream(), now.keySet().stream()).distinct()
                .filter(date -> !Arrays.equals(before.get(date), now.get(date))).forEach(date -> {
            database.sql("delete from tie where later = ? and date = ?").params(later, date).update();
            if (now.containsKey(date)) {
                database.sql("insert into tie (later, date, cells) values (?, ?, ?)")
                        .params(later, date, now.get(date)).update();
            }
            dates.wait(date);
        });
    }

    void takeBack(LocalDate date, int revision) {
        database.sql("delete from revision_tie where date = ? and revision = ?").params(date, revision).update();
    }

    private static byte[] pack(SortedSet<Cell> cells) {
        String lines = cells.stream()
                .map(cell -> String.join(APART, cell.measure(), cell.area(), cell.period().start().toString(),
                cell.period().isOpen() ? "" : cell.period().end().toString())).collect(Collectors.joining("\n"));
        return Compressed.pack(lines.getBytes(StandardCharsets.UTF_8));
    }

    static SortedSet<Cell> unpack(byte[] packed) {
        SortedSet<Cell> cells = new TreeSet<>();
        for (String line : new String(Compressed.unpack(packed), StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split(APART, -1);
            LocalDate start = LocalDate.parse(parts[2]);
            cells.add(new Cell(parts[0], parts[1], parts[3].isEmpty() ? Period.openFrom(start)
                    : new Period(start, LocalDate.parse(parts[3]))));
        }
        return cells;
    }
}
