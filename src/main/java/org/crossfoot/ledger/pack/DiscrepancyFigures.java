package org.crossfoot.ledger.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.figure.Figure;

/**
 * Which figures each discrepancy of a revision is about: the truth of which {@code discrepancies.csv} shows the first names.
 *
 * <p>Packed: the form; all figures once, as a {@link FigurePack}, in the order in which they are first named; how many
 * discrepancies there are, and of each its id, its figures and the blamed ones; a sum. A list is its length and, for each
 * figure, 0 for the next one that was not named before, or its number in that order, from 1.
 *
 * @param byId what is known of each discrepancy; nothing of one that is not listed
 */
public record DiscrepancyFigures(Map<String, Involved> byId) {

    /** Of a revision that an older Crossfoot made. */
    public static final DiscrepancyFigures NOT_KEPT = new DiscrepancyFigures(Map.of());

    private static final int FORM = 1;

    /** The figures that stand in a discrepancy, and those of them that every cheapest repair sets aside. */
    public record Involved(List<Figure> figures, List<Figure> blamed) {

        private List<List<Figure>> lists() {
            return List.of(figures, blamed);
        }
    }

    public Optional<Involved> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public byte[] packed() {
        Map<Figure, Integer> numbers = new IdentityHashMap<>();
        FigurePack all = new FigurePack();
        byId.values().forEach(about -> about.lists().forEach(list -> list.forEach(figure -> {
            if (numbers.putIfAbsent(figure, numbers.size() + 1) == null) {
                all.add(figure);
            }
        })));
        PackWriter out = new PackWriter();
        out.number(FORM);
        out.value(all.packed());
        out.number(byId.size());
        int[] named = {0};
        byId.forEach((id, about) -> {
            out.text(id);
            about.lists().forEach(list -> {
                out.number(list.size());
                list.forEach(figure -> {
                    boolean next = numbers.get(figure) == named[0] + 1;
                    named[0] += next ? 1 : 0;
                    out.number(next ? 0 : numbers.get(figure));
                });
            });
        });
        return out.writtenWithSum();
    }

    /** @throws DamagedValue where the bytes are no such value, or a damaged one */
    public static DiscrepancyFigures unpack(byte[] packed) {
        try {
            PackReader in = new PackReader(packed, new CommonValues());
            if (in.number() != FORM) {
                throw new IOException("its form is not known");
            }
            in.takeOffSum();
            List<Figure> all = FigurePack.unpack(in.value(), new CommonValues(), (measure, area, period) -> true);
            Map<String, Involved> byId = new LinkedHashMap<>();
            int[] named = {0};
            for (long left = in.number(); left > 0; left--) {
                byId.put(in.text(), new Involved(list(in, all, named), list(in, all, named)));
            }
            return new DiscrepancyFigures(byId);
        } catch (IOException e) {
            throw new DamagedValue("what discrepancies are about ends early or was changed", e);
        }
    }

    private static List<Figure> list(PackReader in, List<Figure> all, int[] named) throws IOException {
        List<Figure> list = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            int number = in.numberUpTo(all.size());
            int place = number == 0 ? ++named[0] : number;
            if (place > all.size()) {
                throw new IOException("more figures are named than there are");
            }
            list.add(all.get(place - 1));
        }
        return List.copyOf(list);
    }
}
