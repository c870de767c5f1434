package org.crossfoot.reconcile.cause;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;

/** The figure of the area that is next to it in the list of areas, by the same source: a row that slipped. */
final class NeighbouringArea implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Cell cell = suspect.cell();
        return SameNumber.on(nextTo(cell.area(), around).map(area -> new Cell(cell.measure(), area.id(), cell.period())), suspect, around,
                figure -> figure.source().equals(suspect.figure().source())).stream().map(figure -> Hint.mistaken(suspect,
                        "the neighbouring area's figure (" + Citation.of(figure, around.vocabulary().areas().name(figure.cell().area()),
                                around) + ")")).toList();
    }

    private static Stream<Area> nextTo(String id, Surroundings around) {
        Area area = around.vocabulary().areas().byId(id).orElse(null);
        if (area == null || area.partOf() == null) {
            return Stream.empty();
        }
        List<Area> inOrder = around.vocabulary().areas().partsOf(area.partOf()).get(area.breakdown());
        int at = inOrder.indexOf(area);
        return IntStream.of(at - 1, at + 1).filter(next -> next >= 0 && next < inOrder.size()).mapToObj(inOrder::get);
    }
}
