package org.crossfoot.job.step;

import java.time.LocalDate;

/**
 * No date: fills a commit, so that what came before it is stored before more is looked for.
 *
 * @param date of the run
 */
public record CommitFilled(LocalDate date) implements DateResult {
}
