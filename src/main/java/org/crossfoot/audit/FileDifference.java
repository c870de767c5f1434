package org.crossfoot.audit;

/** Where two contents of a published file differ. */
final class FileDifference {

    private FileDifference() {
    }

    static String inWords(String name, byte[] before, byte[] after) {
        return "";
    }
}
