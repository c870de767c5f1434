package org.crossfoot.intake.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a text meant once, it means again, whatever came between. */
class RememberedTest {

    private final List<String> asked = new ArrayList<>();
    private final Remembered<String> meanings = new Remembered<>(text -> {
        asked.add(text);
        return text.toUpperCase(Locale.ROOT);
    });

    @Test
    void aTextMeansTheSameInWhateverOrderTextsCome() {
        Random order = new Random(20250126);

        assertThat(IntStream.range(0, 10_000).mapToObj(i -> "office " + order.nextInt(40)))
                .allSatisfy(text -> assertThat(meanings.of(text)).isEqualTo(text.toUpperCase(Locale.ROOT)));
        assertThat(asked).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aTableThatListsItsAreasAgainAsksForNoneTwice() {
        for (int day = 0; day < 3; day++) {
            for (String area : List.of("Boston", "Boston", "Newark", "Boston", "Chicago")) {
                assertThat(meanings.of(area)).isEqualTo(area.toUpperCase(Locale.ROOT));
            }
        }
        assertThat(asked).containsExactly("Boston", "Newark", "Chicago");
    }

    @Test
    void longTextsAndThoseBeyondTheLimitAreUnderstoodAndNotKept() {
        String remark = "a remark ".repeat(20);

        assertThat(IntStream.range(0, 2 * 10_500).mapToObj(i -> "event " + i % 10_500))
                .allSatisfy(text -> assertThat(meanings.of(text)).isEqualTo(text.toUpperCase(Locale.ROOT)));
        assertThat(asked).hasSize(10_000 + 2 * 500);
        assertThat(List.of(remark, "Newark", remark))
                .allSatisfy(text -> assertThat(meanings.of(text)).isEqualTo(text.toUpperCase(Locale.ROOT)));
        assertThat(asked).filteredOn(remark::equals).hasSize(2);
    }
}
