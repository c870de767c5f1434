package org.crossfoot.settings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakeWordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"measur", "mesure", "measuree", "maesure", "MEASURE"})
    void knowsAWordWithASlip(String slip) {
        assertThat(MistakeWording.choice(slip, List.of("area", "measure"))).isEqualTo("did you mean measure?");
    }

    @Test
    void listsAllWordsWhereNoneIsNear() {
        assertThat(MistakeWording.choice("colour", List.of("area", "measure"))).isEqualTo("write one of area, measure");
    }

    @Test
    void doesNotListThousandsOfWords() {
        List<String> many = IntStream.range(0, 5_000).mapToObj("a%05d"::formatted).toList();

        assertThat(MistakeWording.listed(many)).hasSizeLessThan(400).endsWith("a00039 ... (5000 in all)");
    }
}
