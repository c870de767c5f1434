package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which day a night is about: yesterday in the zone of the settings, on the nights of daylight saving too. */
class BusinessDateTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-03-09T04:59:00Z, America/New_York, 2025-03-07
            2025-03-09T05:00:00Z, America/New_York, 2025-03-08
            2025-03-09T07:30:00Z, America/New_York, 2025-03-08
            2025-03-10T03:59:00Z, America/New_York, 2025-03-08
            2025-03-10T04:00:00Z, America/New_York, 2025-03-09
            2025-11-02T03:59:00Z, America/New_York, 2025-10-31
            2025-11-02T05:30:00Z, America/New_York, 2025-11-01
            2025-11-02T06:30:00Z, America/New_York, 2025-11-01
            2025-11-03T04:59:00Z, America/New_York, 2025-11-01
            2025-11-03T05:00:00Z, America/New_York, 2025-11-02
            2025-01-26T10:00:00Z, Pacific/Kiritimati, 2025-01-26
            2025-01-26T09:59:00Z, Pacific/Kiritimati, 2025-01-25
            2025-01-27T03:29:00Z, America/St_Johns, 2025-01-25
            """)
    void itIsYesterdayInTheZone(Instant now, String zone, String expected) {
        assertThat(Execution.yesterday(now, ZoneId.of(zone))).hasToString(expected);
    }
}
