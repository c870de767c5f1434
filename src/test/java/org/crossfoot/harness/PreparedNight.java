package org.crossfoot.harness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.crossfoot.Published;

/**
 * A folder in which a night is about to come, and what an undisturbed night makes of it.
 *
 * @param name of the night
 */
record PreparedNight(String name, Folder ready, WholeResult whole) {

    /** The exit code of both: the sample's figures contradict each other. */
    static final int DONE = 1;

    /** A first night, and a second one that finds a result; both run undisturbed by the built program. */
    static List<PreparedNight> both(Folder home, BuiltProgram program) throws IOException, InterruptedException {
        Folder empty = new Folder(home.path().resolve("empty"));
        SampleNights.beforeTheFirst(empty);
        Folder first = undisturbed(empty.copyTo("first"), program);
        Folder ready = first.copyTo("ready");
        SampleNights.beforeTheSecond(ready);
        Folder second = undisturbed(ready.copyTo("second"), program);
        Map<String, String> afterFirst = Published.in(first.output());
        return List.of(new PreparedNight("first", empty, new WholeResult(Map.of(), afterFirst)),
                new PreparedNight("second", ready, new WholeResult(afterFirst, Published.in(second.output()))));
    }

    private static Folder undisturbed(Folder folder, BuiltProgram program) throws IOException, InterruptedException {
        BuiltProgram.Running night = program.night(folder);
        if (night.exitCode() != DONE) {
            throw new IOException("the undisturbed night ended with exit code " + night.exitCode() + ": " + night.words());
        }
        return folder;
    }
}
