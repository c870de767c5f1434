package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.Problems.Problem;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {

    @TempDir
    private Path folder;

    @Test
    void collectsWhatIsThereAndNothingElse() throws IOException {
        for (String file : new String[] {"crossfoot.yml", "areas.csv", "waivers.csv", "readme.txt", "ice/source.yml", "ice/a.csv",
            "ice/old/source.yml", "runs/source.yml", ".git/source.yml", "empty/a.csv"}) {
            write("input/" + file, file);
        }

        SettingsFiles files = SettingsFiles.readFrom(folder.resolve("input"));

        assertThat(files.bytes().keySet())
                .containsExactly("areas.csv", "crossfoot.yml", "ice/source.yml", "runs/source.yml", "waivers.csv");
        assertThat(files.bytes().get("ice/source.yml")).asString().isEqualTo("ice/source.yml");
    }

    @Test
    void leavesOutWhatIsNotThere() throws IOException {
        Files.createDirectory(folder.resolve("input"));

        assertThat(SettingsFiles.readFrom(folder.resolve("input")).bytes()).isEmpty();
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        write("outside/source.yml", "secret");
        write("input/ice/source.yml", "ice");
        Files.createSymbolicLink(folder.resolve("input/out"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("input/crossfoot.yml"), folder.resolve("outside/source.yml"));
        Files.createSymbolicLink(folder.resolve("input/same"), Path.of("ice"));

        assertThat(SettingsFiles.readFrom(folder.resolve("input")).bytes().keySet())
                .containsExactly("ice/source.yml", "same/source.yml");
    }

    @Test
    void filesBeyondTheLimitAreMistakesInTheSettings() throws IOException {
        for (String file : new String[] {"crossfoot.yml", "areas.csv", "waivers.csv", "ice/source.yml"}) {
            write("input/" + file, "");
            try (RandomAccessFile large = new RandomAccessFile(folder.resolve("input/" + file).toFile(), "rw")) {
                large.setLength((64L << 20) + 1);
            }
        }

        assertThatThrownBy(() -> SettingsReader.read(SettingsFiles.readFrom(folder.resolve("input"))))
                .isInstanceOfSatisfying(SettingsException.class,
                wrong -> assertThat(wrong.problems()).map(Problem::toString).hasSize(4)
                        .allSatisfy(problem ->
                        assertThat(problem).endsWith(": found 67108865 bytes; write at most 67108864 (64 MiB)")));
    }

    @Test
    void failsWhereThereIsNoFolder() {
        assertThatThrownBy(() -> SettingsFiles.readFrom(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
