package org.crossfoot.reconcile.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/**
 * Puts the figures of many reports together, cell by cell. Reports tell one area after the other, nearly always in the order of
 * the areas, so that there is little to be put in order.
 */
public final class FiguresByCell {

    private FiguresByCell() {
    }

    /** @param take is given each cell with its figures; these by amount */
    public static void inOrder(Collection<Figure> figures, BiConsumer<Cell, List<Figure>> take) {
        Map<String, List<Figure>> byArea = byArea(figures);
        List<String> areas = new ArrayList<>(byArea.keySet());
        areas.sort(null);
        for (String area : areas) {
            List<Figure> ofArea = byArea.get(area);
            ofArea.sort(FiguresByCell::byCellAndAmount);
            int from = 0;
            for (int to = 1; to <= ofArea.size(); to++) {
                Cell cell = ofArea.get(from).cell();
                if (to == ofArea.size() || !ofArea.get(to).cell().equals(cell)) {
                    take.accept(cell, ofArea.subList(from, to));
                    from = to;
                }
            }
        }
    }

    private static Map<String, List<Figure>> byArea(Collection<Figure> figures) {
        Map<String, List<Figure>> byArea = new LinkedHashMap<>();
        String area = null;
        List<Figure> ofArea = null;
        for (Figure figure : figures) {
            if (!figure.cell().area().equals(area)) {
                area = figure.cell().area();
                ofArea = byArea.computeIfAbsent(area, each -> new ArrayList<>());
            }
            ofArea.add(figure);
        }
        return byArea;
    }

    private static int byCellAndAmount(Figure one, Figure other) {
        int order = one.cell().compareTo(other.cell());
        return order == 0 ? byAmount(one, other) : order;
    }

    public static int byAmount(Figure one, Figure other) {
        int order = one.amount().compareTo(other.amount());
        return order == 0 ? one.compareTo(other) : order;
    }
}
