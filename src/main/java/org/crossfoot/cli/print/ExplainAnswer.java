package org.crossfoot.cli.print;

import java.io.PrintWriter;

/** What {@code explain} found, in either of its forms. */
public interface ExplainAnswer {

    /** For people. */
    void print(PrintWriter out);

    /** What JSON is made of. */
    Object data();
}
