package org.crossfoot.intake.row;

import java.util.function.Function;

/** What came of reading a text: a value, or a refusal; the other one is null. */
public record Reading<T>(T value, Refusal refusal) {

    public static <T> Reading<T> of(T value) {
        return new Reading<>(value, null);
    }

    public static <T> Reading<T> refused(RejectReason reason, String detail) {
        return new Reading<>(null, new Refusal(reason, detail));
    }

    public <R> Reading<R> map(Function<T, R> further) {
        return refusal == null ? Reading.of(further.apply(value)) : new Reading<>(null, refusal);
    }
}
