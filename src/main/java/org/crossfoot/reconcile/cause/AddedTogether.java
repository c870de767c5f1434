package org.crossfoot.reconcile.cause;

import java.util.List;

/** Another measure counted in: arrests and detainers given as arrests. */
final class AddedTogether implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (!suspect.hasValue() || suspect.value() == 0) {
            return List.of();
        }
        long more = suspect.printed() - suspect.value();
        if (more < SameNumber.TELLING) {
            return List.of();
        }
        return OtherMeasure.cells(suspect.cell(), around)
                .flatMap(cell -> around.on(cell).stream().filter(figure -> figure.amount().lowest() == more).limit(1))
                .map(figure -> Hint.mistaken(suspect, Citation.number(suspect.value()) + " and another measure added together ("
                        + Citation.of(figure, around.vocabulary().measureTitle(figure.cell().measure()), around) + ")")).toList();
    }
}
