package org.crossfoot.figure;

/** What came of reading a printed amount: an amount, or why it cannot be one. */
public sealed interface AmountReading {

    record Understood(Amount amount) implements AmountReading {
    }

    /** @param reason a short sentence that says what was found and what would be right */
    record NotUnderstood(String reason) implements AmountReading {
    }
}
