package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers as they stand in sentences. */
class FigureWordingTest {

    @Test
    void everyThirdDigitIsSetOffByAComma() {
        assertThat(LongStream.of(0, 956, 1179, -956, -1179, 123456, 1000000).mapToObj(FigureWording::number))
                .containsExactly("0", "956", "1,179", "-956", "-1,179", "123,456", "1,000,000");
    }

    @Test
    void anyNumberIsWrittenAsJavaFormatsIt() {
        Random random = new Random(20250126);
        LongStream.concat(LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE),
                random.longs(2_000).map(number -> number >> random.nextInt(64)))
                .forEach(number -> assertThat(FigureWording.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number)));
    }

    @Test
    void whatIsTakenBackIsSubtractedInASum() {
        assertThat(FigureWording.sum(LongStream.of(538, 1593, -12, 0))).isEqualTo("538 + 1,593 - 12 + 0");
        assertThat(FigureWording.sum(LongStream.of(-12, 5))).isEqualTo("-12 + 5");
    }
}
