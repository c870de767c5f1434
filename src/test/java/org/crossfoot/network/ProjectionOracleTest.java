package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The nearest values that fulfil all sums, before they are rounded, against published cases and a second solver. None is left
 * out.
 */
class ProjectionOracleTest {

    private static final double EXACT = 1e-6;

    @TestFactory
    Stream<DynamicTest> theNearestValuesAreFound() {
        Path file = SharedFolder.of("oracles").resolve("projection.json");
        List<DynamicTest> tests = new ArrayList<>();
        JsonMapper.builder().build().readTree(file.toFile()).get("cases").forEach(each ->
                tests.add(dynamicTest(each.get("id").asString(), () -> {
                    if (each.has("A")) {
                        matrix(each);
                    } else {
                        rules(each);
                    }
                })));
        assertThat(tests).hasSize(15);
        return tests.stream();
    }

    /** The first rows are equations, the others upper limits. */
    private static void matrix(JsonNode oracle) {
        List<Sum> sums = new ArrayList<>();
        for (int row = 0; row < oracle.get("A").size(); row++) {
            JsonNode coefficients = oracle.get("A").get(row);
            int[] cells = IntStream.range(0, coefficients.size()).filter(cell -> coefficients.get(cell).asDouble() != 0)
                    .toArray();
            long limit = (long) oracle.get("b").get(row).asDouble();
            sums.add(new Sum(cells, IntStream.of(cells).mapToLong(cell -> (long) coefficients.get(cell).asDouble()).toArray(),
                    row < oracle.get("neq").asInt() ? limit : Network.NO_LOWEST, limit));
        }
        assertThat(nearest(sums, numbers(oracle.get("x")), numbers(oracle.get("weights"))))
                .containsExactly(numbers(oracle.get("expected")), within(EXACT));
    }

    private static void rules(JsonNode oracle) {
        Map<String, Integer> cellOf = new LinkedHashMap<>();
        oracle.get("values").propertyNames().forEach(name -> cellOf.put(name, cellOf.size()));
        List<Sum> sums = new ArrayList<>();
        oracle.get("rules").forEach(rule -> sums.add(new RuleText(rule.asString()).sum(cellOf)));
        double[] wish = new double[cellOf.size()];
        double[] weight = new double[cellOf.size()];
        double[] expected = new double[cellOf.size()];
        cellOf.forEach((name, cell) -> {
            wish[cell] = oracle.get("values").get(name).asDouble();
            expected[cell] = oracle.get("expected").get(name).asDouble();
            // What may not be moved resists a million times as much.
            weight[cell] = oracle.has("adjustable") && !oracle.get("adjustable").toString().contains('"' + name + '"') ? 1e8 : 1;
        });
        double tolerance = oracle.has("tolerance") ? oracle.get("tolerance").asDouble() : EXACT;
        assertThat(nearest(sums, wish, weight)).containsExactly(expected, within(tolerance));
    }

    /** Cells may be below 0 here. */
    private static double[] nearest(List<Sum> sums, double[] wish, double[] weight) {
        double[] low = new double[wish.length];
        double[] high = new double[wish.length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new NearestPoint(sums, wish, weight, low, high).find();
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
    }
}
