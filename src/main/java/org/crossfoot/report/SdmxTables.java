package org.crossfoot.report;

import static org.crossfoot.ledger.TableColumn.day;
import static org.crossfoot.ledger.TableColumn.sources;
import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Total;

/**
 * {@code sdmx-totals.csv} and {@code sdmx-figures.csv}: a date's totals and figures as statisticians exchange them, SDMX-CSV 2.0.
 * An observation is one total, or one figure of a report; several that one line says of the same are told apart by number.
 */
final class SdmxTables {

    private static final String INFORMATION = "I";

    /** A figure, and the how manieth it is of those that have its line, source and cell. */
    private record Numbered(FigureUse use, long number) {

        Figure figure() {
            return use.figure();
        }

        Cell cell() {
            return use.figure().cell();
        }

        Amount amount() {
            return use.figure().amount();
        }

        boolean isLike(Figure other) {
            return other.line() == figure().line() && other.cell().equals(cell()) && other.file().equals(figure().file());
        }
    }

    private SdmxTables() {
    }

    static ResultFile totals(List<Total> totals) {
        List<TableColumn<Total>> columns = columns("CROSSFOOT:TOTALS(1.0)", Total::cell, List.of(
                whole("OBS_VALUE", Total::best),
                whole("LOWEST", Total::lowest),
                whole("HIGHEST", total -> ResultTables.limit(total.highest())),
                text("BASIS", total -> total.basis().toString()),
                sources("SOURCES", Total::sources),
                text("NOTE", Total::note)), List.of());
        return ResultFile.table(RevisionRecord.SDMX_TOTALS, columns, totals);
    }

    static ResultFile figures(List<FigureUse> figures) {
        List<TableColumn<Numbered>> columns = columns("CROSSFOOT:FIGURES(1.0)", Numbered::cell, List.of(
                whole("OBS_VALUE", one -> one.amount().lowest() == one.amount().highest() ? one.amount().lowest() : null),
                whole("LOWEST", one -> one.amount().lowest()),
                whole("HIGHEST", one -> ResultTables.limit(one.amount().highest())),
                text("AS_PRINTED", one -> one.figure().asPrinted()),
                text("STATEMENT", one -> one.figure().statement()),
                day("PUBLISHED", one -> one.figure().published()),
                text("USE", one -> one.use.use().toString())), List.of(
                text("SOURCE", one -> one.figure().source()),
                text("REPORT", one -> one.figure().file()),
                whole("LINE", one -> one.figure().line()),
                whole("NUMBER", Numbered::number)));
        CsvTable table = new CsvTable(TableColumn.names(columns));
        Numbered before = null;
        for (FigureUse use : figures) {
            before = new Numbered(use, before != null && before.isLike(use.figure()) ? before.number + 1 : 1);
            table.row(columns, before);
        }
        return new ResultFile(RevisionRecord.SDMX_FIGURES, table.bytes(), ResultFile.Form.TABLE, columns);
    }

    /** In the order that SDMX-CSV asks for: the structure, the dimensions, the last of which is time, and what was observed. */
    private static <R> List<TableColumn<R>> columns(String structure, Function<R, Cell> cell, List<TableColumn<R>> observed,
            List<TableColumn<R>> moreDimensions) {
        return Stream.of(Stream.of(
                TableColumn.<R>text("STRUCTURE", row -> "dataflow"),
                TableColumn.<R>text("STRUCTURE_ID", row -> structure),
                TableColumn.<R>text("ACTION", row -> INFORMATION),
                TableColumn.<R>text("REF_AREA", row -> cell.apply(row).area()),
                TableColumn.<R>text("INDICATOR", row -> cell.apply(row).measure())),
                moreDimensions.stream(), Stream.of(TableColumn.<R>text("TIME_PERIOD", row -> time(cell.apply(row).period()))),
                observed.stream()).flatMap(each -> each).toList();
    }

    /** A day; a longer period as its first day and how long it is. One that has no end yet is told by its first day. */
    private static String time(Period period) {
        return period.isDay() || period.isOpen() ? period.start().toString() : period.start() + "/P" + period.days() + "D";
    }
}
