package org.crossfoot.figure;

import java.util.List;

/** What the words or the sign before a number make of it. */
enum Wording {

    AT_LEAST("at least", "no fewer than", "no less than", ">=", "\u2265") {
        @Override
        Amount of(long number, WordingSpans spans) {
            return Amount.atLeast(number);
        }
    },
    OVER("over", "more than", ">") {
        @Override
        Amount of(long number, WordingSpans spans) {
            return Amount.atLeast(number + 1);
        }
    },
    AT_MOST("up to", "at most", "no more than", "<=", "\u2264") {
        @Override
        Amount of(long number, WordingSpans spans) {
            return Amount.between(0, number);
        }
    },
    UNDER("under", "fewer than", "less than", "<") {
        @Override
        Amount of(long number, WordingSpans spans) throws NotAnAmount {
            mustBePositive(number);
            return Amount.between(0, number - 1);
        }
    },
    AROUND("around", "about", "roughly", "approximately", "~") {
        @Override
        Amount of(long number, WordingSpans spans) {
            long lowest = roundedUpPercentOf(number, 100 - spans.around());
            long highest = roundedDownPercentOf(number, 100 + spans.around());
            long half = lastNonZeroUnit(number) / 2;
            return new Amount(lowest, highest, Math.max(lowest, number - half), Math.min(highest, number + half));
        }
    },
    NEARLY("nearly", "almost", "close to") {
        @Override
        Amount of(long number, WordingSpans spans) throws NotAnAmount {
            mustBePositive(number);
            long lowest = roundedDownPercentOf(number, 100 - spans.nearly());
            return Amount.between(Math.min(lowest, number - 1), number - 1);
        }
    };

    private static final List<Wording> ALL = List.of(values());

    private final List<String> phrases;

    Wording(String... phrases) {
        this.phrases = List.of(phrases);
    }

    /** What a number from 0 to {@link Amount#LARGEST} means after this wording; its limits may lie beyond that. */
    abstract Amount of(long number, WordingSpans spans) throws NotAnAmount;

    /**
     * The wording a text starts with.
     *
     * @return null where it starts with none
     */
    static Start startOf(String text) {
        for (Wording wording : ALL) {
            for (String phrase : wording.phrases) {
                int end = isSign(phrase) ? text.startsWith(phrase) ? phrase.length() : -1 : Characters.afterPhrase(text, 0, phrase);
                if (end >= 0) {
                    return new Start(wording, phrase, Characters.strip(text.substring(end)));
                }
            }
        }
        return null;
    }

    /** A wording as a text has it, and what follows it. */
    record Start(Wording wording, String phrase, String rest) {
    }

    private static boolean isSign(String phrase) {
        return !Character.isLetter(phrase.charAt(0));
    }

    private static void mustBePositive(long number) throws NotAnAmount {
        if (number == 0) {
            throw new NotAnAmount("nothing is below zero: 'under' and 'nearly' need a number of 1 or more; write 0 for none");
        }
    }

    // At most 999,999,999,999,999 x 200, which fits a long.
    private static long roundedDownPercentOf(long number, int percent) {
        return number * percent / 100;
    }

    private static long roundedUpPercentOf(long number, int percent) {
        return (number * percent + 99) / 100;
    }

    /** 100 for 3,500; 1 for 75; 0 for 0. */
    private static long lastNonZeroUnit(long number) {
        if (number == 0) {
            return 0;
        }
        long unit = 1;
        while (number % (unit * 10) == 0) {
            unit *= 10;
        }
        return unit;
    }
}
