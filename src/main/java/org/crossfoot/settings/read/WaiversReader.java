package org.crossfoot.settings.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Waiver;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsTable;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code waivers.csv}. */
final class WaiversReader {

    private static final List<String> COLUMNS = List.of("id", "until", "owner", "reason");
    private static final Pattern DISCREPANCY = Pattern.compile("[0-9a-f]{12}");
    private static final String ID = "write a discrepancy's 12 digits, or rule/area/measure, e.g. sources-agree/us/arrests";

    private final Set<String> rules;
    private final Declared declared;
    private final Problems problems;

    /** @param rules the ids of all rules, or null where they could not be read */
    WaiversReader(Set<String> rules, Declared declared, Problems problems) {
        this.rules = rules;
        this.declared = declared;
        this.problems = problems;
    }

    List<Waiver> read(byte[] bytes) {
        List<Waiver> waivers = new ArrayList<>();
        SettingsTable.read(SettingsFiles.WAIVERS, bytes, COLUMNS, problems).ifPresent(rows ->
                rows.stream().filter(SettingsTable.SettingsRow::whole).forEach(row -> waivers.add(read(row))));
        return waivers;
    }

    private Waiver read(SettingsTable.SettingsRow row) {
        checkId(row, row.cell("id"));
        Optional<LocalDate> until = YamlValue.day(row.cell("until"));
        if (until.isEmpty()) {
            wrong(row, "until", found(row.cell("until")), YamlValue.DAY);
        }
        if (row.cell("owner").isEmpty()) {
            wrong(row, "owner", "found nothing", "write who decided this");
        }
        if (row.cell("reason").isEmpty()) {
            wrong(row, "reason", "found nothing", "write why the discrepancy can stand");
        }
        return new Waiver(row.cell("id"), until.orElse(null), row.cell("owner"), row.cell("reason"), row.line());
    }

    private void checkId(SettingsTable.SettingsRow row, String id) {
        if (DISCREPANCY.matcher(id).matches()) {
            return;
        }
        String[] parts = id.split("/", -1);
        if (parts.length != 3) {
            wrong(row, "id", found(id), ID);
            return;
        }
        if (!BuiltIn.mayBeWaived(parts[0])) {
            String about = parts[0].startsWith("decision") ? "decision" : "waiver";
            wrong(row, "id", "found " + MistakeWording.quoted(parts[0]) + ", which is about " + about + "s and cannot be waived",
                    "change or take out the " + about + " it is about, or change its severity under rules: in crossfoot.yml");
        } else if (rules != null && !rules.contains(parts[0])) {
            wrong(row, "id", "found the unknown rule " + MistakeWording.quoted(parts[0]), MistakeWording.choice(parts[0], rules));
        }
        if (!isOnReports(parts[0]) || !parts[1].isEmpty()) {
            declared.wrongAreaId(parts[1]).ifPresent(right ->
                    wrong(row, "id", "found the unknown area " + MistakeWording.quoted(parts[1]), right));
        }
        if (!parts[2].isEmpty()) {
            declared.wrongMeasure(parts[2]).ifPresent(right ->
                    wrong(row, "id", "found the unknown measure " + MistakeWording.quoted(parts[2]), right));
        }
    }

    /** Discrepancies about a report as a whole have no area. */
    private static boolean isOnReports(String rule) {
        return BuiltIn.of(rule).filter(builtIn -> builtIn.about() == BuiltIn.About.REPORTS).isPresent();
    }

    private void wrong(SettingsTable.SettingsRow row, String column, String found, String right) {
        problems.add(SettingsFiles.WAIVERS, row.line(), column, found, right);
    }

    private static String found(String text) {
        return text.isEmpty() ? "found nothing" : "found " + MistakeWording.quoted(text);
    }
}
