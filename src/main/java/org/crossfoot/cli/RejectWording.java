package org.crossfoot.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.intake.PersonalColumn;
import org.crossfoot.intake.Reject;
import org.crossfoot.intake.RejectReason;
import org.crossfoot.intake.ReportPreview;

/** How much of a report may be shown: nothing of a column that looks like a person's identifier. */
final class RejectWording {

    private final Set<String> personal;
    private final boolean usesPersonal;

    RejectWording(ReportPreview preview) {
        personal = preview.personal().stream().map(PersonalColumn::column).collect(Collectors.toSet());
        usesPersonal = preview.columns().stream().anyMatch(column -> column.isUsed() && personal.contains(column.column()));
    }

    boolean mayShowFigures() {
        return !usesPersonal;
    }

    String text(Reject reject) {
        return personal.contains(reject.column()) ? "(not shown)" : reject.text();
    }

    String detail(Reject reject) {
        return !personal.contains(reject.column()) ? reject.detail() : Arrays.stream(RejectReason.values())
                .filter(reason -> reason.id().equals(reject.reason())).findFirst().map(RejectReason::inGeneral).orElseThrow();
    }
}
