package org.crossfoot.settings.text;

/**
 * One mistake in the settings.
 *
 * @param file  relative to the input folder
 * @param line  counted from 1, or 0 where the whole file is meant
 * @param key   as {@code figures[2].value.column}, or empty
 * @param found what stands there
 * @param right what would be right
 */
public record Problem(String file, int line, String key, String found, String right) {

    /** On one line, whatever it quotes. */
    @Override
    public String toString() {
        return MistakeWording.oneLine(file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : ": " + key) + ": " + found
                + "; " + right);
    }
}
