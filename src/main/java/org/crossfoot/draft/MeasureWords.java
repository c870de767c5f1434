package org.crossfoot.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.row.Header;

/** Which measure of the settings is meant by words that stand in a header, in a cell and in a file's name. */
final class MeasureWords {

    private static final Set<String> OF_ALL = Set.of("total", "all", "overall", "number", "count", "of", "the", "in", "by",
            "and");

    private record MeasureWord(String id, Set<String> ofId, Set<String> ofTitle) {
    }

    private final List<MeasureWord> measures = new ArrayList<>();

    MeasureWords(Collection<Measure> measures) {
        measures.forEach(measure -> this.measures.add(new MeasureWord(measure.id(), words(measure.id()),
                words(measure.title()))));
    }

    /** The words of a text that tell measures apart. */
    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(List.of(Header.words(text.replace('_', ' ').replace('-', ' ')
                .replaceAll("[^\\p{L}\\p{N} ]", " ")).strip().split("\\s+")));
        words.removeAll(OF_ALL);
        words.remove("");
        return words;
    }

    /** Which measure a text names for itself; empty where none does, or several do. */
    Optional<String> named(String text) {
        Set<String> words = words(text);
        return words.isEmpty() ? Optional.empty() : only(measures.stream().filter(known -> known.ofId.equals(words)
                || known.ofTitle.equals(words)).map(MeasureWord::id).toList())
                .or(() -> only(measures.stream().filter(known -> words.containsAll(known.ofId)).map(MeasureWord::id).toList()))
                .or(() -> only(measures.stream().filter(known -> known.ofId.containsAll(words)).map(MeasureWord::id).toList()));
    }

    private static Optional<String> only(List<String> ids) {
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /**
     * Which measures texts name beside each other, where their surroundings say the rest: each another one.
     *
     * @param around words of the file's name
     * @return by text; empty where not every text finds one of its own
     */
    Map<String, String> together(Collection<String> texts, String around) {
        Set<String> context = stemmed(words(around));
        Map<String, String> found = new LinkedHashMap<>();
        for (String text : texts) {
            Set<String> words = stemmed(words(text));
            int best = 0;
            List<String> ids = new ArrayList<>();
            for (MeasureWord known : measures) {
                Set<String> all = stemmed(known.ofId);
                all.addAll(stemmed(known.ofTitle));
                Set<String> ofId = stemmed(known.ofId);
                int score = all.containsAll(words) || !disjoint(words, ofId) ? 1 : 0;
                for (String word : ofId) {
                    score += words.contains(word) ? 20 : context.contains(word) ? 10 : -8;
                }
                for (String word : words) {
                    score -= all.contains(word) ? 0 : 2;
                }
                if (score > best) {
                    best = score;
                    ids.clear();
                }
                if (score == best && score > 0) {
                    ids.add(known.id);
                }
            }
            if (ids.size() == 1 && !found.containsValue(ids.get(0))) {
                found.put(text, ids.get(0));
            }
        }
        return found.size() == texts.size() ? found : Map.of();
    }

    private static boolean disjoint(Set<String> one, Set<String> other) {
        return one.stream().noneMatch(other::contains);
    }

    /** So that a plural is the word it is of. */
    private static Set<String> stemmed(Set<String> words) {
        Set<String> stemmed = new LinkedHashSet<>();
        words.forEach(word -> stemmed.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
        return stemmed;
    }
}
