package org.crossfoot.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.Input;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.settings.SettingsException;

/**
 * Whether a revision can be made again from the archive, to the byte, and stands published as it was made.
 *
 * @param reports  how many it was made from
 * @param findings sentences about what differs, and since when; none where all is identical
 */
public record Verification(LocalDate date, int revision, int files, int reports, List<String> findings) {

    public boolean isIdentical() {
        return findings.isEmpty();
    }

    /** Verifies the revisions of one ledger. Writes nothing. */
    public static final class Verifier {

        private static final String DATA_PACKAGE = "datapackage.json";

        private final Ledger ledger;
        private final Path output;
        private final String version;

        /** @param version of this program */
        public Verifier(Ledger ledger, Path output, String version) {
            this.ledger = ledger;
            this.output = output;
            this.version = version;
        }

        /** @param current number of the date's current revision */
        public Verification verify(RevisionRecord kept, int current) throws IOException {
            List<String> findings = new ArrayList<>(published(kept, current));
            PastRevision past = new PastRevision(ledger, kept);
            if (kept.knownTo() == null) {
                findings.add("was made by a Crossfoot that did not keep which reports stood then, so it cannot be made again");
            } else {
                List<String> damage = damage(kept, past);
                findings.addAll(damage.isEmpty() ? again(kept, past) : damage);
            }
            return new Verification(kept.date(), kept.number(), kept.files().named().size(), past.made().inputs().size(), List.copyOf(findings));
        }

        /** Sentences on dates that stand published in a revision that the ledger does not have; each begins with the date. */
        public List<String> publishedWithoutRevision() throws IOException {
            List<String> without = new ArrayList<>();
            PublishedFolder folder = new PublishedFolder(output);
            for (LocalDate date : folder.dates()) {
                int newest = ledger.dates().state(date).map(DateState::revision).orElse(0);
                if (newest == 0 || folder.number(date) > newest) {
                    without.add(date + " is published as revision " + folder.number(date) + ", and the ledger has "
                            + (newest == 0 ? "none of this date" : "only " + newest));
                }
            }
            return without;
        }

        private List<String> published(RevisionRecord kept, int current) throws IOException {
            List<String> findings = new ArrayList<>();
            Path folder = new PublishedFolder(output).folderOf(kept.date(), kept.number(), current);
            for (Map.Entry<String, byte[]> file : kept.files().named().entrySet()) {
                Path published = folder.resolve(file.getKey());
                String name = output.relativize(published).toString();
                if (!Files.isRegularFile(published)) {
                    findings.add(name + " is no longer there");
                } else {
                    byte[] bytes = Files.readAllBytes(published);
                    if (!Arrays.equals(bytes, file.getValue())) {
                        findings.add(name + " was altered after it was published: "
                                + FileDifference.inWords(file.getKey(), file.getValue(), bytes));
                    }
                }
            }
            return findings;
        }

        private List<String> damage(RevisionRecord kept, PastRevision past) throws IOException {
            List<String> findings = new ArrayList<>();
            Optional<String> list = ledger.archive().damage(kept.settings());
            list.ifPresent(damage -> findings.add("the list of settings " + damage));
            if (list.isEmpty()) {
                for (Map.Entry<String, String> file : past.settingsFiles().entrySet()) {
                    ledger.archive().damage(file.getValue()).ifPresent(damage -> findings.add("the settings of then, " + file.getKey() + ": the file "
                            + damage));
                }
            }
            for (Input input : past.made().inputs()) {
                ledger.archive().damage(input.sha256()).ifPresent(damage -> findings.add("report " + input.path() + " " + damage));
            }
            return findings;
        }

        private List<String> again(RevisionRecord kept, PastRevision past) throws IOException {
            Map<String, byte[]> again;
            try {
                again = past.again().files().named();
            } catch (SettingsException e) {
                return List.of("was made by Crossfoot " + past.made().version() + "; this one, " + version
                        + ", does not understand the settings of then: " + e.problems().get(0));
            }
            List<String> findings = new ArrayList<>();
            kept.files().named().forEach((name, bytes) -> {
                byte[] now = again.getOrDefault(name, new byte[0]);
                // The data package holds the other files' checksums: where they differ it only says so once more.
                if (!Arrays.equals(now, bytes) && (findings.isEmpty() || !name.equals(DATA_PACKAGE))) {
                    findings.add(name + cause(name, bytes, past) + ": " + FileDifference.inWords(name, bytes, now));
                }
            });
            return findings;
        }

        /** Reports, settings and waivers are whole here, so it is the program, or the ledger's copy. */
        private String cause(String name, byte[] kept, PastRevision past) {
            if (!past.made().isWhole(name, Archive.sha256(kept))) {
                return " was altered in the ledger";
            }
            return past.made().version().equals(version) ? " comes out otherwise from the same reports, settings and program; please report this"
                    : " comes out otherwise with this program, " + version + ", than with the one that made it, " + past.made().version();
        }
    }
}
