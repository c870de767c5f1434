package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences as they leave the program: each on one line, whatever of a report or of the settings it quotes, and of very many the
 * first
 * ones, so that a mail from cron can be read.
 */
public final class Sentences {

    private static final int MOST_LINES = 48;
    private static final int MOST_CHARACTERS = 9_000;
    private static final int LONGEST = 2_000;

    private Sentences() {
    }

    /** @param before begins each line */
    public static void print(PrintWriter out, String before, List<String> sentences) {
        List<String> told = new ArrayList<>();
        int characters = 0;
        for (String sentence : sentences) {
            String line = before + PlainTable.oneLine(sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST)
                    + "...");
            characters += line.length();
            if (told.size() == MOST_LINES || characters > MOST_CHARACTERS) {
                break;
            }
            told.add(line);
        }
        told.forEach(out::println);
        if (told.size() < sentences.size()) {
            out.println(before + "and " + (sentences.size() - told.size()) + " more");
        }
    }

    public static void print(PrintWriter out, String before, String sentence) {
        print(out, before, List.of(sentence));
    }
}
