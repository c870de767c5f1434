package org.crossfoot.intake.row;

import org.crossfoot.figure.Keyword;

/** Why a report, a row or one amount could not be taken in. The ids stand in {@code rejects.csv} and never change. */
public enum RejectReason {

    CHARSET("the bytes are not in the report's charset"),
    NOT_CSV("the file is no CSV"),
    PACKING("the packed bytes are damaged, or not packed"),
    UNPACKED_SIZE("unpacked the report is larger than the limit"),
    WORKBOOK("the file is no workbook, or lacks the sheet that is needed"),
    CUT_OFF("the report looks cut off"),
    HEADER("the header lacks a column that is needed"),
    FILE_NAME("the file's name lacks a part that is needed"),
    LINE_ABOVE("a line above the table lacks a part that is needed"),
    LINE_TOO_LONG("a line is longer than any table's"),
    RAGGED_ROW("the row has more or fewer cells than the header"),
    REPEATED_HEADER("the header stands here again"),
    QUOTE("a quoted cell goes on after its closing quote"),
    OPEN_QUOTE("a quote is never closed"),
    SWALLOWED_LINES("a cell that holds no prose spans several lines"),
    TEXT_TOO_LONG("a text is too long for a regular expression of the settings"),
    NUL_BYTE("the row holds a NUL byte"),
    AMOUNT("the text is no amount"),
    MEASURE("the text is no declared measure"),
    AREA("the text is no declared area"),
    DATE("the text is no calendar day, month or fiscal year in the format expected"),
    PERIOD("the dates make no period"),
    PUBLISHED("the day of publication is needed and missing"),
    NOT_BEGUN("the period had not begun when the report was published");

    private final String inGeneral;

    RejectReason(String inGeneral) {
        this.inGeneral = inGeneral;
    }

    public String id() {
        return Keyword.of(this);
    }

    /** A sentence that quotes nothing of the report. */
    public String inGeneral() {
        return inGeneral;
    }
}
