package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.InputStream;

/** A report's bytes, which may be read more than once: where they cannot be decoded, a second pass finds the place. */
@FunctionalInterface
public interface ReportBytes {

    InputStream open() throws IOException;
}
