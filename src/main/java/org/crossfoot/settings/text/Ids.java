package org.crossfoot.settings.text;

import java.util.regex.Pattern;

/** What the ids that settings give may look like; they stand in file names, columns and checks, and lead out of no folder. */
public enum Ids {
    /** Areas, breakdowns and sources. */
    NAME("[A-Za-z0-9][A-Za-z0-9._-]*", "begin an id with a letter or digit; letters, digits, '.', '_' and '-' may follow"),
    MEASURE("[A-Za-z][A-Za-z0-9_]*", "begin a measure's id with a letter; letters, digits and '_' may follow"),
    RULE("[a-z][a-z0-9-]*", "begin a rule's id with a small letter; small letters, digits and '-' may follow");

    /** The ledger has room for twice as many. */
    private static final int LONGEST = 100;

    private final Pattern pattern;
    private final String right;

    Ids(String pattern, String right) {
        this.pattern = Pattern.compile(pattern);
        this.right = right;
    }

    public boolean fits(String id) {
        return id.length() <= LONGEST && pattern.matcher(id).matches();
    }

    public String right() {
        return right + ", " + LONGEST + " characters at most";
    }
}
