package org.crossfoot.rule;

/**
 * One word of an equation.
 *
 * @param text     as written; empty for the end
 * @param position of its first character, counted from 1
 */
record EquationToken(Kind kind, String text, int position) {

    enum Kind { NUMBER, NAME, PLUS, MINUS, TIMES, EQUAL, AT_MOST, AT_LEAST, END }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isRelation() {
        return is(Kind.EQUAL) || is(Kind.AT_MOST) || is(Kind.AT_LEAST);
    }

    /** As it stands in a message: {@code 'arrests' at character 5}, {@code the end after character 9}. */
    String found() {
        return is(Kind.END) ? "the end after character " + (position - 1) : "'" + text + "' at character " + position;
    }
}
