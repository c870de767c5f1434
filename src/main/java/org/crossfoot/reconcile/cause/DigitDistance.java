package org.crossfoot.reconcile.cause;

/**
 * How many digits must be added, left out, replaced or interchanged with their neighbour to make one number of another:
 * the restricted Damerau-Levenshtein distance of what is printed (as in Scholtus 2009 and Van der Loo 2011).
 */
final class DigitDistance {

    private DigitDistance() {
    }

    static int between(long one, long other) {
        String a = Long.toString(one);
        String b = Long.toString(other);
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] distance) {
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean crossed = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return crossed ? Math.min(least, 1 + distance[i - 2][j - 2]) : least;
    }
}
