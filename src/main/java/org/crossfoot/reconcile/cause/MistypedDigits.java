package org.crossfoot.reconcile.cause;

import java.util.List;

/** One digit too many, too few or wrong, or two neighbours interchanged. A number of one digit mistyped would be any other. */
final class MistypedDigits implements Cause {

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (!suspect.hasValue() || suspect.printed() < 10 && suspect.value() < 10
                || DigitDistance.between(suspect.printed(), suspect.value()) != 1) {
            return List.of();
        }
        return List.of(Hint.misprint(suspect, how(Long.toString(suspect.printed()), Long.toString(suspect.value())) + ", for "
                + Citation.number(suspect.value())));
    }

    private static String how(String printed, String meant) {
        if (printed.length() != meant.length()) {
            return printed.length() > meant.length() ? "a digit too many" : "a digit left out";
        }
        return printed.chars().sum() == meant.chars().sum() ? "two digits interchanged" : "a digit mistyped";
    }
}
