package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.Runs.Note.NoteKind;
import org.crossfoot.ledger.Runs.Note;
import org.crossfoot.page.OverviewPages;
import org.crossfoot.page.Waiting;
import org.crossfoot.report.FolderContent;
import org.crossfoot.report.PublishedFolder;

/** Gathers from the ledger what the page of all dates shows. */
final class PublishOverview {

    private static final int STREAKS = 20;
    private static final int WAIVERS = 20;

    private final RunContext context;
    private final Ledger ledger;
    private final OverviewPages pages;

    PublishOverview(RunContext context, PublishedFolder folder) {
        this.context = context;
        this.ledger = context.ledger();
        this.pages = new OverviewPages(folder, context.snapshot().settings().vocabulary(),
                FolderContent.listed(ledger.dates().overview().orElse("")));
    }

    /** Once a date is published. */
    void add(LocalDate date) throws IOException {
        pages.month(date);
        ledger.dates().rememberOverview(pages.standing().list());
    }

    void replace(List<DateSummary> all) throws IOException {
        SortedSet<LocalDate> made = ledger.revisions().madeBy(context.run().id()).stream().map(Unpublished::date)
                .collect(Collectors.toCollection(TreeSet::new));
        pages.feed(ledger.revisions(), context.run().businessDate());
        pages.replace(all, context.run().businessDate(), made, waiting(), ledger.acrossDates().streaks(STREAKS),
                ledger.reports().received());
        ledger.dates().rememberOverview(pages.standing().list());
    }

    private Waiting waiting() {
        List<String> sentences = new ArrayList<>(ledger.reports().failures());
        ledger.runs().notes(context.run().id()).stream()
                .filter(note -> note.kind() == NoteKind.WAITING || note.kind() == NoteKind.REFUSED)
                .map(Note::text).forEach(sentences::add);
        List<FailedDate> failed = FailedDate.all(ledger);
        List<LocalDate> others = new ArrayList<>(ledger.dates().waiting());
        failed.forEach(one -> others.remove(one.date()));
        return new Waiting(others, failed.stream().map(one -> new Waiting.Failed(one.date(), one.why())).toList(), sentences,
                SourceStanding.all(context).stream().filter(source -> !source.late().isEmpty())
                .map(source -> new Waiting.Late(context.snapshot().settings().vocabulary().sourceTitle(source.id()),
                source.late().size(), source.lastDate())).toList(), waivers());
    }

    private Waiting.Waivers waivers() {
        UnusedLines unused = UnusedLines.ofWaivers(context.snapshot().settings(), ledger);
        UnusedLines decisions = UnusedLines.ofDecisions(context.snapshot().settings(), ledger);
        return new Waiting.Waivers(ledger.acrossDates().onWaivers(WAIVERS), unused.severity(), unused.sentences(),
                decisions.severity(), decisions.sentences());
    }
}
