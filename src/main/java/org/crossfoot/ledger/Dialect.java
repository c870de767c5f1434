package org.crossfoot.ledger;

/** What is said to the ledger's database in words that are not standard SQL. */
final class Dialect {

    private Dialect() {
    }

    /** Goes behind a table and its name in a query: the index to go by, where the database would take one that reads more. */
    static String by(String index) {
        return "use index (" + index + ")";
    }
}
