package org.crossfoot.ledger;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;

/** What holds of packed figures: figures made of any bytes come back, and any bytes are unpacked or refused. */
public final class FuzzedPack {

    private FuzzedPack() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        comeBack(figures(new String(input, StandardCharsets.UTF_8)));
        List<Figure> unpacked;
        try {
            unpacked = unpacked(input);
        } catch (UncheckedIOException e) {
            return;
        }
        comeBack(unpacked);
    }

    private static List<Figure> unpacked(byte[] packed) {
        return FigurePack.unpack(packed, new CommonValues(), (measure, area, period) -> true);
    }

    private static void comeBack(List<Figure> figures) {
        FigurePack pack = new FigurePack();
        figures.forEach(figure -> PackedFigures.add(pack, figure, false));
        if (!unpacked(pack.packed()).equals(figures)) {
            throw new AssertionError("other figures come back than " + figures);
        }
    }

    /**
     * A figure of every line, which may give its line, lowest amount, width and day as letters, and after that its texts, split
     * by commas.
     */
    private static List<Figure> figures(String text) {
        List<Figure> figures = new ArrayList<>();
        text.lines().filter(line -> line.length() > 3).forEach(line -> {
            String[] texts = line.substring(4).split(",", 8);
            long lowest = line.charAt(1) * (long) line.charAt(1) * line.charAt(0);
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(line.charAt(3));
            Amount amount = line.charAt(2) == '+' ? Amount.atLeast(lowest) : Amount.between(lowest, lowest + line.charAt(2) / 64);
            figures.add(new Figure(new Cell(of(texts, 0), of(texts, 1), line.charAt(2) % 7 == 0 ? Period.openFrom(day)
                    : Period.day(day)), amount, texts.length % 2 == 0 ? of(texts, 2) : Long.toString(lowest), of(texts, 3),
                    of(texts, 4), line.charAt(0), texts.length == 5 ? of(texts, 4) + ":" + (int) line.charAt(0) : of(texts, 5),
                    line.charAt(3) % 3 == 0 ? null : day, of(texts, 6), of(texts, 7), line.charAt(2),
                    line.charAt(0) % 2 == 0, false));
        });
        return figures;
    }

    private static String of(String[] texts, int place) {
        return place < texts.length ? texts[place] : "";
    }
}
