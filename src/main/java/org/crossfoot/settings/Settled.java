package org.crossfoot.settings;

import java.time.Duration;

/** When a report's file may be taken: not while its copy is still being written. */
public sealed interface Settled {

    /** {@code after: 10 minutes}: so long after the file was last written. */
    record After(Duration time) implements Settled {
    }

    /** {@code marker: .done}: once a file of the report's whole name with this ending stands beside it. */
    record Marker(String ending) implements Settled {
    }
}
