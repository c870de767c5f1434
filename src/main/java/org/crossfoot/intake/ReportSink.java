package org.crossfoot.intake;

import org.crossfoot.figure.Figure;

/** Takes what a report holds, in the order it is read. */
public interface ReportSink {

    void accept(Figure figure);

    void accept(Reject reject);
}
