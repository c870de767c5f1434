package org.crossfoot.reconcile.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.crossfoot.intake.SharedFolder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far digits are apart: published examples. */
class DigitDistanceTest {

    private static JsonNode typos() {
        Path file = SharedFolder.of("oracles").resolve("typos.json");
        return JsonMapper.shared().readTree(file.toFile());
    }

    @Test
    void everyPublishedDistanceIsMetExactlyInBothDirections() {
        JsonNode cases = typos().get("digit_distance_cases");
        assertThat(cases.size()).isEqualTo(13);
        for (JsonNode each : cases) {
            assertThat(DigitDistance.between(each.get("a").asLong(), each.get("b").asLong())).as(each.get("id").asString())
                    .isEqualTo(each.get("expected").asInt());
            assertThat(DigitDistance.between(each.get("b").asLong(), each.get("a").asLong()))
                    .isEqualTo(each.get("expected").asInt());
        }
    }

    @Test
    void eachOfTheFourPublishedTypingErrorsIsOneStepAway() {
        JsonNode functions = typos().get("typo_functions").get("cases");
        assertThat(functions.size()).isEqualTo(4);
        for (JsonNode each : functions) {
            assertThat(DigitDistance.between(each.get("x").asLong(), each.get("result").asLong())).as(each.get("f").asString())
                    .isOne();
        }
    }

    @Test
    void twoNeighboursInterchangedAreOneStepAndTwoStrangersTwo() {
        assertThat(DigitDistance.between(1239, 1329)).isOne();
        assertThat(DigitDistance.between(1239, 9231)).isEqualTo(2);
        assertThat(DigitDistance.between(1239, 1239)).isZero();
        assertThat(DigitDistance.between(956, 9560)).isOne();
        assertThat(DigitDistance.between(956, 1179)).isEqualTo(4);
    }
}
