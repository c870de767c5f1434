package org.crossfoot.intake.row;

import java.util.function.Function;

/** What came of reading a text: a value, or a refusal; the other one is null. */
public record Meaning<T>(T value, Refusal refusal) {

    public static <T> Meaning<T> of(T value) {
        return new Meaning<>(value, null);
    }

    public static <T> Meaning<T> refused(RejectReason reason, String detail) {
        return new Meaning<>(null, new Refusal(reason, detail));
    }

    public <R> Meaning<R> map(Function<T, R> further) {
        return refusal == null ? Meaning.of(further.apply(value)) : new Meaning<>(null, refusal);
    }

    /**
     * Why a text, or a row, is not taken.
     *
     * @param detail a sentence; may quote the text
     */
    public record Refusal(RejectReason reason, String detail) {
    }
}
