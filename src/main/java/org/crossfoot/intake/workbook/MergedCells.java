package org.crossfoot.intake.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.dhatim.fastexcel.reader.CellAddress;

/**
 * Which cells of a workbook are merged, by sheet: the reader of its rows does not tell. The same look at the workbook finds out
 * whether it holds more than it may, before anything of it is kept.
 */
public final class MergedCells {

    private static final String SHEETS = "xl/worksheets/";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String PARTS = "[Content_Types].xml";
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /** Columns and rows from 0. */
    public record CellRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        static CellRange of(String text) {
            String[] ends = text.split(":", 2);
            CellAddress first = new CellAddress(ends[0]);
            CellAddress last = new CellAddress(ends[ends.length - 1]);
            return new CellRange(first.getRow(), last.getRow(), first.getColumn(), last.getColumn());
        }

        /** @param line of the sheet's text, from 1 */
        public boolean covers(long line, int column) {
            return firstRow < line && line <= lastRow + 1 && firstColumn <= column && column <= lastColumn;
        }
    }

    private final Map<String, List<CellRange>> byPart = new HashMap<>();
    private final Map<String, String> partOf = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> styles = new HashSet<>();

    private MergedCells() {
    }

    /**
     * @param limit of the bytes it may hold unpacked
     * @throws PackingFault where it holds more
     * @throws IOException  where it is damaged
     */
    static MergedCells of(byte[] workbook, long limit) throws IOException {
        MergedCells merged = new MergedCells();
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            long left = limit;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Counted part = new Counted(zip.getInputStream(entry), left, limit);
                String name = withoutRoot(entry.getName());
                merged.parts.add(name);
                if (name.startsWith(SHEETS) && name.endsWith(".xml")) {
                    List<CellRange> ranges = merged.byPart.computeIfAbsent(name.substring("xl/".length()),
                            none -> new ArrayList<>());
                    elements(xml, part, (element, attributes) -> {
                        if (element.equals("mergeCell") && attributes.containsKey("ref")) {
                            ranges.add(CellRange.of(attributes.get("ref")));
                        }
                    });
                } else if (name.equals(RELATIONS)) {
                    elements(xml, part, (element, attributes) -> {
                        if (element.equals("Relationship")) {
                            String target = attributes.getOrDefault("Target", "");
                            merged.partOf.put(attributes.get("Id"), target.startsWith("/xl/") ? target.substring(4) : target);
                        }
                    });
                } else if (name.equals(PARTS)) {
                    elements(xml, part, (element, attributes) -> {
                        if (STYLES.equals(attributes.get("ContentType"))) {
                            merged.styles.add(withoutRoot(attributes.getOrDefault("PartName", "")));
                        }
                    });
                } else {
                    part.transferTo(OutputStream.nullOutputStream());
                }
                left -= part.read;
            }
        } catch (XMLStreamException e) {
            throw new IOException(e.getNestedException() == null ? e : e.getNestedException());
        }
        return merged;
    }

    /** @param relation by which the workbook names a sheet */
    List<CellRange> of(String relation) {
        return byPart.getOrDefault(partOf.getOrDefault(relation, ""), List.of());
    }

    /** Whether it says how its numbers are shown, which it need not. */
    boolean knowStyles() {
        return parts.stream().anyMatch(part -> styles.stream().anyMatch(part::equalsIgnoreCase));
    }

    private static String withoutRoot(String part) {
        return part.startsWith("/") ? part.substring(1) : part;
    }

    private static void elements(XMLInputFactory xml, InputStream part, BiConsumer<String, Map<String, String>> seen)
            throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT && !reader.getLocalName().equals("c")) {
                Map<String, String> attributes = new HashMap<>();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                seen.accept(reader.getLocalName(), attributes);
            }
        }
    }

    /** A part of the workbook, of which no more is unpacked than is left of what all may hold. */
    private static final class Counted extends FilterInputStream {

        private final long left;
        private final long limit;
        private long read;

        Counted(InputStream in, long left, long limit) {
            super(in);
            this.left = left;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int taken = super.read(target, offset, length);
            count(Math.max(0, taken));
            return taken;
        }

        private void count(int taken) throws PackingFault {
            read += taken;
            if (read > left) {
                throw PackingFault.tooLarge(limit);
            }
        }
    }
}
