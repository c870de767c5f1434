package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.settings.text.LineAtEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line is put at the end of a settings file, and no other byte of it changes. */
class LineAtEndTest {

    private static final List<String> COLUMNS = List.of("id", "until", "owner", "reason");
    private static final Map<String, String> ROW = Map.of("id", "0123456789ab", "until", "2025-03-31", "owner", "Ada",
            "reason", "known, \"of course\"");

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String with(String before) {
        return new String(LineAtEnd.of(before == null ? null : before.getBytes(StandardCharsets.UTF_8), COLUMNS, ROW),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "id,until,owner,reason\\n|\\n", "id,until,owner,reason\\na,b,c,d|\\n",
        "id,until,owner,reason\\r\\na,b,c,\"d\\r\\ne\"\\r\\n|\\r\\n",
        "id,until,owner,reason\\r\\na,b,c,d|\\r\\n", "\ufeffid,until,owner,reason\\n\\n\\n|\\n",
        "id,until,owner,reason\\ra,b,c,d\\r|\\r"})
    void whateverEndsItsLines(String escaped, String escapedEnd) {
        String before = escaped.replace("\\n", "\n").replace("\\r", "\r");
        String end = escapedEnd.replace("\\n", "\n").replace("\\r", "\r");

        assertThat(with(before)).startsWith(before).isEqualTo(before + (before.endsWith("\n") || before.endsWith("\r") ? "" : end)
                + "0123456789ab,2025-03-31,Ada,\"known, \"\"of course\"\"\"" + end);
    }

    @Test
    void inTheOrderOfItsColumns() {
        assertThat(with("\ufeffreason, id,owner,until\n"))
                .endsWith("\n\"known, \"\"of course\"\"\",0123456789ab,Ada,2025-03-31\n");
    }

    @Test
    void aNewFileBeginsWithTheHeader() {
        assertThat(with(null)).isEqualTo("id,until,owner,reason\n"
                + "0123456789ab,2025-03-31,Ada,\"known, \"\"of course\"\"\"\n");
    }

    @Test
    void itIsPutInPlaceWholeAndOnlyWhereNobodyChangedItMeanwhile() throws IOException {
        Path file = Files.writeString(folder.resolve("waivers.csv"), "one\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(LineAtEnd.replace(file, bytes("two\n"), new byte[] {'x'})).isFalse();
        assertThat(LineAtEnd.replace(file, null, new byte[] {'x'})).isFalse();
        assertThat(file).hasContent("one\n");
        assertThat(LineAtEnd.replace(file, bytes("one\n"), bytes("one\ntwo\n"))).isTrue();
        assertThat(file).hasContent("one\ntwo\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(LineAtEnd.replace(folder.resolve("decisions.csv"), null, new byte[] {'x'})).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("waivers.csv", "decisions.csv");
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "one\n");
        Path link = Files.createSymbolicLink(folder.resolve("waivers.csv"), file);

        assertThat(LineAtEnd.replace(link, bytes("one\n"), bytes("two\n"))).isTrue();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("two\n");
    }
}
