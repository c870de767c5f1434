package org.crossfoot.figure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.crossfoot.figure.AmountText.AmountReading;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText.WordingSpans;

/** What holds of a printed amount whatever its text is. */
public final class FuzzedAmount {

    private static final int LONGEST_REASON = 2_000;

    private static final AmountText AMOUNTS = new AmountText(WordingSpans.USUAL);

    private FuzzedAmount() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        AmountReading read = AMOUNTS.read(text);
        if (read instanceof Understood understood) {
            Amount amount = understood.amount();
            require(amount.lowest() >= 0 && amount.largestLimit() <= Amount.LARGEST, "limits beyond the largest: " + amount);
            require(AMOUNTS.read(" \u00a0" + text + "\t").equals(read), "spaces around it matter");
            require(AMOUNTS.read(text.toUpperCase(Locale.ROOT)).equals(read) || !isAscii(text), "letter case matters");
        } else if (read instanceof NotUnderstood refused) {
            require(!refused.reason().isBlank() && refused.reason().length() <= LONGEST_REASON, "no short reason: "
                    + refused.reason());
            require(AmountText.ofNumber(text) == null, "a number that is no amount");
        }
        widestSpansHoldTheUsualOnes(text, read);
    }

    private static void widestSpansHoldTheUsualOnes(String text, AmountReading usual) {
        AmountReading wide = new AmountText(new WordingSpans(100, 100)).read(text);
        if (usual instanceof Understood narrow && wide instanceof Understood wider) {
            require(wider.amount().lowest() <= narrow.amount().lowest() && wider.amount().highest() >= narrow.amount().highest(),
                    "wider spans give a narrower amount: " + wide);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
