package org.crossfoot.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.Input;
import org.crossfoot.settings.text.SettingsException;

/**
 * Whether a revision can be made again from the archive, to the byte, and stands published as it was made.
 *
 * @param reports  how many it was made from
 * @param page     whether its page was looked at; digests of those that an older Crossfoot published were not kept
 * @param findings sentences about what differs, and since when; none where all is identical
 */
public record Verification(LocalDate date, int revision, int files, int reports, boolean page, List<String> findings) {

    public boolean isIdentical() {
        return findings.isEmpty();
    }

    /** Verifies the revisions of one ledger. Writes nothing. */
    public static final class Verifier {

        private final Ledger ledger;
        private final OutputAsPublished standing;
        private final String version;

        /** @param version of this program */
        public Verifier(Ledger ledger, Path output, String version) {
            this.ledger = ledger;
            this.standing = new OutputAsPublished(ledger.dates(), output);
            this.version = version;
        }

        /** @param current number of the date's current revision */
        public Verification verify(RevisionRecord kept, int current) throws IOException {
            List<String> findings = new ArrayList<>(standing.ofRevision(kept, current));
            PastRevision past = new PastRevision(ledger, kept);
            if (kept.knownTo() == null) {
                findings.add("was made by a Crossfoot that did not keep which reports stood then, so it cannot be made again");
            } else {
                List<String> damage = damage(kept, past);
                findings.addAll(damage.isEmpty() ? again(kept, past) : damage);
            }
            return new Verification(kept.date(), kept.number(), kept.files().size(), past.made().inputs().size(),
                    kept.number() < current || ledger.dates().pages(kept.date()).isPresent(), List.copyOf(findings));
        }

        /**
         * Sentences about what differs of the page of all dates and what pages need; empty where an older Crossfoot
         * published them.
         */
        public Optional<List<String>> overview() throws IOException {
            return standing.ofOverview();
        }

        /** Sentences on dates that stand published in a revision that the ledger does not have, by date. */
        public SortedMap<LocalDate, String> publishedWithoutRevision() throws IOException {
            return standing.withoutRevision();
        }

        private List<String> damage(RevisionRecord kept, PastRevision past) throws IOException {
            List<String> findings = new ArrayList<>();
            Optional<String> list = ledger.archive().damageSeen(kept.settings());
            list.ifPresent(damage -> findings.add("the list of settings " + damage));
            if (list.isEmpty()) {
                for (Map.Entry<String, String> file : past.settingsFiles().entrySet()) {
                    ledger.archive().damageSeen(file.getValue()).ifPresent(damage -> findings.add("the settings of then, "
                            + file.getKey() + ": the file " + damage));
                }
            }
            for (Input input : past.made().inputs()) {
                ledger.archive().damageSeen(input.sha256())
                        .ifPresent(damage -> findings.add("report " + input.path() + " " + damage));
            }
            return findings;
        }

        private List<String> again(RevisionRecord kept, PastRevision past) throws IOException {
            Map<String, byte[]> again;
            try {
                again = past.again().files();
            } catch (SettingsException e) {
                return List.of(past.notUnderstood(e));
            }
            List<String> findings = new ArrayList<>();
            kept.files().forEach((name, bytes) -> {
                byte[] now = again.getOrDefault(name, new byte[0]);
                // The data package holds the other files' checksums: where they differ it only says so once more.
                if (!Arrays.equals(now, bytes) && (findings.isEmpty() || !name.equals(RevisionRecord.DATA_PACKAGE))) {
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
            return past.made().version().equals(version)
                    ? " comes out otherwise from the same reports, settings and program; please report this"
                    : " comes out otherwise with this program, " + version + ", than with the one that made it, "
                    + past.made().version();
        }
    }
}
