package org.crossfoot.ledger;

/** All parts of the ledger. */
public record Ledger(Archive archive, Runs runs, Reports reports, Dates dates, Revisions revisions, AcrossDates acrossDates) {
}
