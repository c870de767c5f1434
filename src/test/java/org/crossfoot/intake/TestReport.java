package org.crossfoot.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Source;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportSink.FigureSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.rule.Rules;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.RowsOfCell;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;
import org.crossfoot.settings.FilesWanted;
import org.crossfoot.settings.Settings;

/** A profile as a test needs it, and what comes of reading a report by it. */
public final class TestReport {

    static final String FILE = "ice/report.csv";

    /** What was read: figures, rejects, the account of lines, or why it is unreadable. */
    public record Outcome(List<Figure> figures, List<Reject> rejects, LineAccount account, Reject unreadable) {

        public List<String> printed() {
            return figures.stream().map(f -> f.line() + " " + f.cell().measure() + "@" + f.cell().area() + "@" + f.cell().period()
                    + "=" + f.asPrinted()).toList();
        }

        public List<String> refused() {
            return rejects.stream().map(r -> r.line() + " " + r.reason() + " [" + r.column() + "] '" + r.text() + "'").toList();
        }
    }

    /** One entry, of column n by default. */
    public static final class Entry {

        private ValuePlace value = new ValuePlace.OneColumn("n");
        private Place measure = is("arrests");
        private Place area = is("us");
        private PeriodPlace period = new PeriodPlace.OneDay(column("day"));
        private final List<FigureEntry.Condition> when = new ArrayList<>();
        private Place statement;
        private Place attributedTo;
        private Place note;
        private Integer trust;
        private boolean derived;
        private boolean toDate;
        private boolean missingIsZero;
        private AmountStyle amounts = AmountStyle.USUAL;
        private RowsOfCell rows = RowsOfCell.EACH;

        public Entry value(String column) {
            value = new ValuePlace.OneColumn(column);
            return this;
        }

        public Entry values(String columns) {
            value = new ValuePlace.MatchingColumns(Pattern.compile(columns));
            return this;
        }

        Entry countingRows() {
            value = new ValuePlace.RowCount(null);
            return this;
        }

        Entry countingOncePer(String column) {
            value = new ValuePlace.RowCount(column(column));
            return this;
        }

        Entry measure(Place place) {
            measure = place;
            return this;
        }

        public Entry area(Place place) {
            area = place;
            return this;
        }

        Entry day(Place place) {
            return period(new PeriodPlace.OneDay(place));
        }

        Entry period(PeriodPlace place) {
            period = place;
            return this;
        }

        public Entry when(Place place, String matches) {
            when.add(new FigureEntry.Condition(place, Pattern.compile(matches)));
            return this;
        }

        Entry statement(Place place) {
            statement = place;
            return this;
        }

        Entry attributedTo(Place place) {
            attributedTo = place;
            return this;
        }

        public Entry note(Place place) {
            note = place;
            return this;
        }

        Entry trust(int cost) {
            trust = cost;
            return this;
        }

        Entry derived() {
            derived = true;
            return this;
        }

        Entry toDate() {
            toDate = true;
            return this;
        }

        Entry missingIsZero() {
            missingIsZero = true;
            return this;
        }

        Entry amounts(AmountStyle style) {
            amounts = style;
            return this;
        }

        Entry rows(RowsOfCell together) {
            rows = together;
            return this;
        }

        private FigureEntry build() {
            return new FigureEntry(value, measure, area, period, when, statement, attributedTo, note, trust, derived, toDate,
                    missingIsZero, rows, amounts, 1);
        }
    }

    private final List<FigureEntry> entries = new ArrayList<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private final List<Area> areas = new ArrayList<>();
    private String file = FILE;
    private Place published;
    private Charset charset = StandardCharsets.UTF_8;
    private char delimiter = ',';
    private Character quote = '"';
    private Layout layout = Layout.headedAt(1);
    private long unpackedLimit = Long.MAX_VALUE;

    TestReport() {
        measure("arrests", Measure.Kind.FLOW);
        measure("detainers", Measure.Kind.FLOW);
        measure("goal", Measure.Kind.GOAL);
        area("us", "United States", "USA");
        area("tx", "Texas");
        area("mn", "Minnesota");
    }

    public static TestReport of(Entry... entries) {
        TestReport report = new TestReport();
        for (Entry entry : entries) {
            report.entries.add(entry.build());
        }
        return report;
    }

    public static Entry entry() {
        return new Entry();
    }

    static Place is(String text) {
        return new Place(new Place.From.Constant(text), Map.of(), null);
    }

    public static Place column(String name) {
        return new Place(new Place.From.NamedColumn(name), Map.of(), null);
    }

    static Place header() {
        return new Place(new Place.From.ValueHeader(), Map.of(), null);
    }

    public static Place inFileName(String regex) {
        return new Place(new Place.From.FileName(Pattern.compile(regex)), Map.of(), null);
    }

    static Place mapped(Place place, Map<String, List<String>> map) {
        return new Place(place.from(), map, place.dates());
    }

    static Place dated(Place place, String format) {
        return new Place(place.from(), place.map(), DateForm.of(format));
    }

    TestReport measure(String id, Measure.Kind kind) {
        measures.put(id, new Measure(id, id, kind, kind == Measure.Kind.GOAL ? "arrests" : null));
        return this;
    }

    TestReport area(String id, String name, String... aliases) {
        areas.add(new Area(id, name, null, null, List.of(aliases)));
        return this;
    }

    TestReport file(String path) {
        file = path;
        return this;
    }

    TestReport published(Place place) {
        published = place;
        return this;
    }

    public TestReport charset(Charset other) {
        charset = other;
        return this;
    }

    TestReport delimiter(char other) {
        delimiter = other;
        return this;
    }

    TestReport quote(Character other) {
        quote = other;
        return this;
    }

    public TestReport headerLine(int line) {
        return layout(Layout.headedAt(line));
    }

    TestReport layout(Layout other) {
        layout = other;
        return this;
    }

    TestReport unpackedLimit(long bytes) {
        unpackedLimit = bytes;
        return this;
    }

    Settings settings() {
        return new Settings(ZoneId.of("America/New_York"), WordingSpans.USUAL, Map.of(), measures, new Rules(List.of()),
                FilesWanted.USUAL, null, new Areas(areas), new TreeMap<>(), List.of(), List.of());
    }

    public Profile profile() {
        return new Profile(new Source("ice", "ICE", 5, null), null, null,
                new ReadOptions(charset, delimiter, quote, layout, Set.of("", "NA", "N/A", "-"), unpackedLimit, false, null),
                published, entries);
    }

    Optional<String> lostEnd(String text) {
        return lostEnd(() -> new ByteArrayInputStream(text.getBytes(charset)));
    }

    Optional<String> lostEnd(ReportBytes bytes) {
        try {
            return new ReportReader(settings()).lostEnd(profile(), file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReportPreview preview(ReportBytes bytes) throws UnreadableReport, IOException {
        return ReportPreview.of(profile(), file, bytes);
    }

    public Outcome read(String... lines) {
        return read(String.join("\n", lines).getBytes(charset));
    }

    public Outcome read(byte[] bytes) {
        return read(() -> new ByteArrayInputStream(bytes));
    }

    /** Reads a report of a source that stands in settings. */
    public static Outcome read(Settings settings, String file, String... lines) {
        return read(settings, settings.profiles().get(file.substring(0, file.indexOf('/'))), file,
                () -> new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    public Outcome read(ReportBytes bytes) {
        return read(settings(), profile(), file, bytes);
    }

    private static Outcome read(Settings settings, Profile profile, String file, ReportBytes bytes) {
        List<Figure> figures = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        FigureSink sink = new FigureSink() {
            @Override
            public void accept(Figure figure) {
                figures.add(figure);
            }

            @Override
            public void accept(Reject reject) {
                rejects.add(reject);
            }
        };
        try {
            LineAccount account = new ReportReader(settings).read(profile, file, bytes, sink);
            assertThatNoLineIsLost(account);
            return new Outcome(figures, rejects, account, null);
        } catch (UnreadableReport e) {
            return new Outcome(figures, rejects, null, e.reject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertThatNoLineIsLost(LineAccount account) {
        if (account.lines() != account.header() + account.figures() + account.rejected() + account.skipped()) {
            throw new AssertionError("lines are lost: " + account);
        }
    }
}
