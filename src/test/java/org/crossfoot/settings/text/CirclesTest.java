package org.crossfoot.settings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CirclesTest {

    @Test
    void findsEachCircleOnceAndNotWhatLeadsIntoIt() {
        assertThat(Circles.in(pointing("tail", "a", "a", "b", "b", "a", "self", "self", "free", "nothing")))
                .containsExactly(List.of("a", "b"), List.of("self"));
    }

    @Test
    void findsNoneInATree() {
        assertThat(Circles.in(pointing("a", "whole", "b", "whole", "whole", null))).isEmpty();
    }

    @Test
    void findsACircleThatOnlyOneOfSeveralWaysLeadsInto() {
        Map<String, List<String>> next = pointing("part", "whole", "whole", "top", "other", "part");
        next.put("part", List.of("whole", "other"));

        assertThat(Circles.in(next)).containsExactly(List.of("part", "other"));
        next.put("other", List.of("top"));
        assertThat(Circles.in(next)).isEmpty();
    }

    private static Map<String, List<String>> pointing(String... pairs) {
        Map<String, List<String>> next = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            next.put(pairs[i], pairs[i + 1] == null ? List.of() : List.of(pairs[i + 1]));
        }
        return next;
    }
}
