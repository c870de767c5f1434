package org.crossfoot.intake.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The memory of events behind {@code once_per}. */
class CountedEventsTest {

    @Test
    void everyEventIsNewOnceHoweverManyThereAre() {
        CountedEvents events = new CountedEvents();

        for (int i = 0; i < 200_000; i++) {
            assertThat(events.add(i % 7, "case-" + i)).isTrue();
        }
        for (int i = 0; i < 200_000; i++) {
            assertThat(events.add(i % 7, "case-" + i)).isFalse();
        }
    }

    @Test
    void anEventBelongsToItsCellAndItsTextAlone() {
        CountedEvents events = new CountedEvents();

        assertThat(events.add(1, "11")).isTrue();
        assertThat(events.add(11, "1")).isTrue();
        assertThat(events.add(1, "11 ")).isTrue();
        assertThat(events.add(1, "11")).isFalse();
    }
}
