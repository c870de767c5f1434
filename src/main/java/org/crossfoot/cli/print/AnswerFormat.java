package org.crossfoot.cli.print;

/** How the rows of an answer are printed: for people, for spreadsheets, or for programs. */
public enum AnswerFormat {
    TEXT, CSV, JSON
}
