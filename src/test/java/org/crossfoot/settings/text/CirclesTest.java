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

    private static Map<String, String> pointing(String... pairs) {
        Map<String, String> next = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            next.put(pairs[i], pairs[i + 1]);
        }
        return next;
    }
}
