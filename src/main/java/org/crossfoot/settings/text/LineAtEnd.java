package org.crossfoot.settings.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Puts a row at the end of a CSV file of the settings. No other byte of it changes, whatever ends its lines. */
public final class LineAtEnd {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private LineAtEnd() {
    }

    /**
     * The file with the row.
     *
     * @param before  null where there is no file: then it begins with the header
     * @param columns it must have, in the order of a new file
     */
    public static byte[] of(byte[] before, List<String> columns, Map<String, String> row) {
        String text = before == null ? "" : new String(before, StandardCharsets.UTF_8);
        String end = text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
        List<String> header = before == null ? columns : header(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (before == null) {
            out.writeBytes((FORMAT.format(columns.toArray()) + end).getBytes(StandardCharsets.UTF_8));
        } else {
            out.writeBytes(before);
            out.writeBytes((text.endsWith("\n") || text.endsWith("\r") ? "" : end).getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes((FORMAT.format(header.stream().map(row::get).toArray()) + end).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static List<String> header(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text), FORMAT)) {
            return parser.iterator().next().toList().stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a content in the place of a file, by rename: whoever reads it reads the one or the other.
     *
     * @param before what is to stand there, or null for nothing
     * @return whether that stood there; otherwise nothing was written
     */
    public static boolean replace(Path file, byte[] before, byte[] after) throws IOException {
        boolean isThere = Files.exists(file);
        Path target = isThere ? file.toRealPath() : file;
        if (isThere ? !Arrays.equals(before, Files.readAllBytes(target)) : before != null) {
            return false;
        }
        Path draft = target.resolveSibling("." + target.getFileName() + ".new");
        if (isThere) {
            // Who may read it stays as it is.
            Files.copy(target, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(after);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return true;
    }
}
