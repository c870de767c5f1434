package org.crossfoot.reconcile.outcome;

/** What is done for one date, in this order. */
public enum Stage {
    EVIDENCE("what is known of it was put together"),
    CHECKS("its figures were held against the rules"),
    JUDGEMENT("it was decided which figures are probably wrong"),
    CAUSES("possible causes were looked for"),
    TOTALS("its totals were worked out"),
    EXPLANATIONS("its discrepancies were explained"),
    WAIVERS("waivers were held against its discrepancies"),
    DISCREPANCIES_FILE("discrepancies.csv was laid out"),
    TOTALS_FILE("totals.csv was laid out"),
    FIGURES_FILE("figures.csv was laid out"),
    EXPLANATIONS_FILE("explanations.json was laid out"),
    TOOLS_FILES("files for spreadsheets and other tools were laid out"),
    DATA_PACKAGE("datapackage.json was laid out"),
    PAGES("report.html and what belongs to it were laid out"),
    STORING("its revision was stored"),
    PUBLISHING("it was published");

    private final String inWords;

    Stage(String inWords) {
        this.inWords = inWords;
    }

    /** Completes "failed while". */
    public String inWords() {
        return inWords;
    }
}
