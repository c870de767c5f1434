package org.crossfoot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers on pages. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "75, 75", "956, 956", "1179, '1,179'", "56525, '56,525'", "-42, -42", "-956, -956", "-2681, '-2,681'"})
    void aNumberIsGroupedByThousands(long number, String written) {
        assertThat(Words.number(number)).isEqualTo(written);
    }

    @Test
    void anyNumberIsGroupedAsJavaGroupsIt() {
        LongStream shifted = new Random(956).longs(20_000).map(number -> number >> (number & 63));
        LongStream.concat(shifted, LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE))
                .forEach(number -> assertThat(Words.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number)));
    }

    @Test
    void aPlaceOnAnAxisIsRoundedAsJavaRoundsIt() {
        Random random = new Random(1179);
        Stream.generate(() -> new Axis(random.nextInt(500), 500 + random.nextInt(1 << random.nextInt(1, 20)))).limit(20_000)
                .forEach(axis -> {
            long value = axis.from() + random.nextLong(axis.to() - axis.from() + 1);
            double place = axis.from() == axis.to() ? 50 : 6 + 88.0 * (value - axis.from()) / (axis.to() - axis.from());
            assertThat(axis.at(value)).isEqualTo(String.format(Locale.ROOT, "%.2f%%", place));
        });
    }
}
