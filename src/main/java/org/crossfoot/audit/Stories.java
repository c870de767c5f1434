package org.crossfoot.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.crossfoot.audit.DiscrepancyStory.RuleThen;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.History.Chapter;
import org.crossfoot.ledger.History;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.ExplanationsFile;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.text.SettingsException;

/** Finds the story of a discrepancy in the ledger. */
public final class Stories {

    /** Characters that a mistyped id must share with one to be taken for it. */
    private static final int ALIKE = 4;
    private static final int MOST_ALIKE = 5;

    private final Ledger ledger;
    private final History history;

    public Stories(Ledger ledger, History history) {
        this.ledger = ledger;
        this.history = history;
    }

    /** Dates on which a discrepancy stood; first those on which it still does, and of these the newest first. */
    public List<LocalDate> dates(String id) {
        return history.dates(id);
    }

    /** Ids that begin as a text does, for one that is none. */
    public List<String> idsLike(String text) {
        String beginning = text.substring(0, Math.min(ALIKE, text.length())).toLowerCase(Locale.ROOT);
        return history.idsFrom(beginning, MOST_ALIKE);
    }

    /** @param date one of those on which it stood */
    public DiscrepancyStory of(String id, LocalDate date) {
        List<Chapter> chapters = history.of(id, date);
        Chapter last = chapters.stream().filter(chapter -> chapter.row() != null && chapter.row().isBroken())
                .reduce((one, next) -> next)
                .orElseThrow();
        int current = chapters.get(chapters.size() - 1).revision();
        RevisionRecord revision = ledger.revisions().find(date, last.revision());
        return new DiscrepancyStory(last.row(), last.revision(), current, last.revision() == current, rule(last.row(), revision),
                ExplanationsFile.find(revision, id).orElse(null),
                DiscrepancyStory.episodes(chapters, number -> FiguresThen.of(date, number, ledger)),
                dates(id).stream().filter(other -> !other.equals(date)).toList());
    }

    private RuleThen rule(DiscrepancyRecord row, RevisionRecord revision) {
        if (BuiltIn.of(row.rule()).isPresent()) {
            return new RuleThen(row.rule(), "", "");
        }
        try {
            return SettingsSnapshot.recall(revision.settings(), ledger.archive()).settings().rules().checks().stream()
                    .filter(rule -> rule.id().equals(row.rule()))
                    .map(rule -> new RuleThen(row.rule(), rule.equation().text(), "")).findFirst()
                    .orElseThrow();
        } catch (SettingsException e) {
            return new RuleThen(row.rule(), "", "this Crossfoot does not understand the settings of then: "
                    + e.problems().get(0));
        }
    }
}
