package org.crossfoot.settings;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bytes of all settings files by their path relative to the input folder ({@code crossfoot.yml}, {@code ice/source.yml}).
 * Settings are always read from here, so that those of a past night are read in the same way from the archive.
 */
public record SettingsFiles(SortedMap<String, byte[]> bytes) {

    public SettingsFiles {
        bytes = new TreeMap<>(bytes);
    }
}
