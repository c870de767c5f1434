package org.crossfoot.job.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.Reports;
import org.crossfoot.ledger.Reports.Delivering;
import org.crossfoot.rule.Schedule;
import org.crossfoot.settings.Profile;

/**
 * How a source stands at the end of a run.
 *
 * @param lastDate the latest date it has a figure for, or null
 * @param late     what was due and did not come since its schedule was last met, up to the run's date
 */
public record SourceStanding(String id, long reports, LocalDate lastDate, List<Period> late) {

    private static final int DAYS_LOOKED_BACK = 35;

    public static List<SourceStanding> all(RunContext context) {
        Reports reports = context.ledger().reports();
        Map<String, Delivering> delivering = reports.delivering();
        List<SourceStanding> all = new ArrayList<>();
        for (Profile profile : context.snapshot().settings().profiles().values()) {
            String id = profile.source().id();
            Delivering own = delivering.getOrDefault(id, new Delivering(id, 0, null));
            all.add(new SourceStanding(id, own.reports(), own.lastDate(), late(profile, reports, context.run().businessDate())));
        }
        return all;
    }

    private static List<Period> late(Profile profile, Reports reports, LocalDate until) {
        List<Period> late = new ArrayList<>();
        Schedule schedule = profile.schedule();
        for (LocalDate date = until; schedule != null && date.isAfter(until.minusDays(DAYS_LOOKED_BACK));
                date = date.minusDays(1)) {
            Period due = schedule.dueOn(date);
            if (due != null) {
                if (reports.withFigures(profile.source().id(), due.start(), due.end(), profile.rollingWindow()).isPresent()) {
                    break;
                }
                late.add(0, due);
            }
        }
        return late;
    }
}
