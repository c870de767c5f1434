package org.crossfoot.intake.row;

import java.util.Arrays;

/** Why a report, a row or one amount could not be taken in. The ids stand in {@code rejects.csv} and never change. */
public enum RejectReason {

    CHARSET("charset", "the bytes are not in the report's charset"),
    NOT_CSV("not-csv", "the file is no CSV"),
    PACKING("packing", "the packed bytes are damaged, or not packed"),
    UNPACKED_SIZE("unpacked-size", "unpacked the report is larger than the limit"),
    CUT_OFF("cut-off", "the report looks cut off"),
    HEADER("header", "the header lacks a column that is needed"),
    FILE_NAME("file-name", "the file's name lacks a part that is needed"),
    LINE_TOO_LONG("line-too-long", "a line is longer than any table's"),
    RAGGED_ROW("ragged-row", "the row has more or fewer cells than the header"),
    REPEATED_HEADER("repeated-header", "the header stands here again"),
    QUOTE("quote", "a quoted cell goes on after its closing quote"),
    OPEN_QUOTE("open-quote", "a quote is never closed"),
    SWALLOWED_LINES("swallowed-lines", "a cell that holds no prose spans several lines"),
    TEXT_TOO_LONG("text-too-long", "a text is too long for a regular expression of the settings"),
    NUL_BYTE("nul-byte", "the row holds a NUL byte"),
    AMOUNT("amount", "the text is no amount"),
    MEASURE("measure", "the text is no declared measure"),
    AREA("area", "the text is no declared area"),
    DATE("date", "the text is no calendar day, month or fiscal year in the format expected"),
    PERIOD("period", "the dates make no period"),
    PUBLISHED("published", "the day of publication is needed and missing");

    private final String id;
    private final String inGeneral;

    RejectReason(String id, String inGeneral) {
        this.id = id;
        this.inGeneral = inGeneral;
    }

    /** The reason with an id. */
    static RejectReason of(String id) {
        return Arrays.stream(values()).filter(reason -> reason.id.equals(id)).findFirst().orElseThrow();
    }

    public String id() {
        return id;
    }

    /** A sentence that quotes nothing of the report. */
    public String inGeneral() {
        return inGeneral;
    }
}
