package org.crossfoot.ledger.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside: its place on the disk, its size, when it was written and when anything of it was changed last,
 * which nobody can set. One that looks as before holds the same bytes, as git has it of its index.
 *
 * @param isPlain whether it is a file, and no folder, link or device
 */
public record FileLook(String text, Instant changed, boolean isPlain) {

    /** Within less time two changes may bear one time, on coarse file systems and clocks. */
    private static final Duration TOO_YOUNG = Duration.ofSeconds(5);

    private static final String ASKED = "unix:dev,ino,size,lastModifiedTime,ctime,isRegularFile";

    /** Empty where the file system does not tell as much, or the file cannot be looked at. */
    public static Optional<FileLook> of(Path file) {
        try {
            Map<String, Object> told = Files.readAttributes(file, ASKED, LinkOption.NOFOLLOW_LINKS);
            FileTime changed = (FileTime) told.get("ctime");
            return Optional.of(new FileLook(told.get("dev") + " " + told.get("ino") + " " + told.get("size") + " "
                    + nanoseconds((FileTime) told.get("lastModifiedTime")) + " " + nanoseconds(changed), changed.toInstant(),
                    (Boolean) told.get("isRegularFile")));
        } catch (IOException | UnsupportedOperationException e) {
            // Whoever opens it says what is wrong with it.
            return Optional.empty();
        }
    }

    /** Since 1970; a date in words takes as long as all else that is told of a file. */
    private static long nanoseconds(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** Whether nobody can have changed it after a run began and have it look so. */
    public boolean isSettled(Instant began) {
        return changed.isBefore(began.minus(TOO_YOUNG));
    }
}
