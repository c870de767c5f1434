package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.repair.Diagnosis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases with answers that others published. Cells are whole and never below 0: what is neither is left out, with the reason. */
class OraclesTest {

    private static final List<String> FAMILIES =
            List.of("fellegi_holt", "feasibility_conflicts", "bounds", "deductive_imputation");

    /** Cases that ask what no network of whole numbers from 0 up can answer. */
    private static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.of(
            "fellegi_holt/bb-mip-consistency", "fractions and numbers below 0, and no answer printed",
            "feasibility_conflicts/implied-2",
            "asks whether a rule is implied by others that must be set aside; here x, y >= 0 always hold",
            "feasibility_conflicts/redundant",
            "profit may be below 0 there; of cells from 0 up a second rule is implied as well"));

    private final Map<String, Integer> cellOf = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    @Test
    void casesLeftOutAreThese() {
        List<String> known = new ArrayList<>();
        FAMILIES.forEach(family -> cases(family).forEach(each -> known.add(family + "/" + each.get("id").asString())));
        LEFT_OUT.forEach((id, why) -> System.out.println("left out: " + id + ": " + why));
        assertThat(known).containsAll(LEFT_OUT.keySet()).hasSize(105);
        assertThat(LEFT_OUT).hasSize(3);
    }

    @TestFactory
    Stream<DynamicTest> publishedAnswersAreFound() {
        return FAMILIES.stream().flatMap(family -> cases(family).stream()
                .filter(each -> !LEFT_OUT.containsKey(family + "/" + each.get("id").asString()))
                .map(each -> dynamicTest(family + "/" + each.get("id").asString() + " (" + each.get("kind").asString() + ")",
                        () -> new OraclesTest().asked(family, each))));
    }

    private static List<JsonNode> cases(String family) {
        Path file = SharedFolder.of("oracles").resolve(family + ".json");
        List<JsonNode> cases = new ArrayList<>();
        JsonMapper.builder().build().readTree(file.toFile()).get("cases").forEach(cases::add);
        return cases;
    }

    private void asked(String family, JsonNode oracle) {
        switch (family) {
            case "fellegi_holt" -> localised(oracle);
            case "feasibility_conflicts" -> feasible(oracle);
            case "bounds" -> bounded(oracle);
            default -> implied(oracle);
        }
    }

    private void localised(JsonNode oracle) {
        oracle.get("rules").forEach(rule -> add(rule.asString()));
        JsonNode expected = oracle.get("expected");
        List<String> names = new ArrayList<>();
        oracle.get("values").properties().forEach(value -> {
            String weight = oracle.get("weights").get(value.getKey()).asString();
            if (weight.equals("Inf")) {
                // Never to be changed: as certain as a rule.
                add(value.getKey() + " == " + value.getValue().asString());
            } else {
                names.add(value.getKey());
                statements.add(exactly(value.getKey(), value.getValue().asLong(), Integer.parseInt(weight)));
            }
        });
        Diagnosis diagnosis = Diagnosis.of(network());
        Set<Set<String>> found = new HashSet<>();
        diagnosis.repairs().forEach(repair -> found.add(named(repair, names)));

        JsonNode all = expected.has("all_minimal_sets") ? expected.get("all_minimal_sets")
                : oracle.get("bruteforce").get("all_minimal_sets");
        assertThat(found).isEqualTo(fewest(all));
        if (expected.has("located")) {
            assertThat(found).contains(strings(expected.get("located")));
        }
        if (expected.has("weight")) {
            assertThat(diagnosis.repairs().get(0).stream().map(number -> statements.get(number).cost()).sum())
                    .isEqualTo(expected.get("weight").asInt());
        }
        assertThat(diagnosis.more()).isFalse();
    }

    /** Of sets of equal weight only those with the fewest figures are repairs of ours. */
    private static Set<Set<String>> fewest(JsonNode sets) {
        int fewest = Integer.MAX_VALUE;
        for (JsonNode set : sets) {
            fewest = Math.min(fewest, set.size());
        }
        Set<Set<String>> kept = new HashSet<>();
        for (JsonNode set : sets) {
            if (set.size() == fewest) {
                kept.add(strings(set));
            }
        }
        return kept;
    }

    private void feasible(JsonNode oracle) {
        JsonNode expected = oracle.get("expected");
        String id = oracle.get("id").asString();
        switch (id) {
            case "iis-3", "make-feasible-weighted", "editrules" -> asStatements(oracle);
            default -> {
                oracle.get("rules").forEach(rule -> add(rule.asString()));
                if (oracle.has("interval_claims")) {
                    oracle.get("interval_claims").properties().forEach(claim -> statements.add(new Statement(cell(claim.getKey()),
                            claim.getValue().get(0).asLong(), claim.getValue().get(1).asLong(), 1, true)));
                }
                State state = expected.get("feasible").asBoolean() ? State.CONSISTENT
                        : oracle.has("interval_claims") ? State.REPAIRABLE : State.IMPOSSIBLE;
                assertThat(Diagnosis.of(network()).state()).isEqualTo(state);
            }
        }
    }

    /** Rules that may themselves be set aside: a cell of its own for what each rule counts, and a statement about that cell. */
    private void asStatements(JsonNode oracle) {
        // Numbers below 0 are asked for: everything is moved up by a thousand.
        long zero = 1_000;
        List<String> names = new ArrayList<>();
        oracle.get("rules").properties().forEach(rule -> {
            RuleText text = new RuleText(rule.getValue().asString());
            text.names().forEach(this::cell);
            Sum sum = text.sum(cellOf);
            long moved = zero * Arrays.stream(sum.coefficients()).sum();
            int own = cell("left side of " + rule.getKey());
            int[] cells = Arrays.copyOf(sum.cells(), sum.cells().length + 1);
            long[] coefficients = Arrays.copyOf(sum.coefficients(), sum.cells().length + 1);
            cells[sum.cells().length] = own;
            coefficients[sum.cells().length] = -1;
            sums.add(new Sum(cells, coefficients, 0, 0));
            names.add(rule.getKey());
            statements.add(new Statement(own, sum.lowest() == Network.NO_LOWEST ? 0 : sum.lowest() + moved,
                    sum.highest() == Network.NO_HIGHEST ? Network.NO_HIGHEST : sum.highest() + moved,
                    oracle.has("weights") ? oracle.get("weights").get(rule.getKey()).asInt() : 1, true));
        });
        Diagnosis diagnosis = Diagnosis.of(network());
        JsonNode expected = oracle.get("expected");
        assertThat(diagnosis.state()).isEqualTo(State.REPAIRABLE);
        if (expected.has("minimal_conflict_sets")) {
            Set<Set<String>> sets = new HashSet<>();
            diagnosis.conflicts().forEach(conflict -> sets.add(named(conflict, names)));
            assertThat(sets).containsExactly(strings(expected.get("minimal_conflict_sets").get(0)));
        } else {
            assertThat(diagnosis.repairs()).hasSize(1);
            assertThat(named(diagnosis.repairs().get(0), names)).isEqualTo(strings(expected.get("min_correction_set")));
        }
    }

    private void bounded(JsonNode oracle) {
        if (oracle.has("rules")) {
            oracle.get("rules").forEach(rule -> add(rule.asString()));
            compareBounds(oracle, List.copyOf(cellOf.keySet()), true);
            return;
        }
        List<String> names = new ArrayList<>(strings(oracle.get("variables"), new ArrayList<>()));
        names.forEach(this::cell);
        for (int row = 0; row < oracle.get("A").size(); row++) {
            List<Integer> cells = new ArrayList<>();
            List<Long> coefficients = new ArrayList<>();
            for (int column = 0; column < names.size(); column++) {
                long coefficient = oracle.get("A").get(row).get(column).asLong();
                if (coefficient != 0) {
                    cells.add(column);
                    coefficients.add(coefficient);
                }
            }
            long limit = oracle.get("b").get(row).asLong();
            sums.add(new Sum(cells.stream().mapToInt(Integer::intValue).toArray(),
                    coefficients.stream().mapToLong(Long::longValue).toArray(),
                    row < oracle.get("neq").asInt() ? limit : Network.NO_LOWEST, limit));
        }
        compareBounds(oracle, names, false);
    }

    private void compareBounds(JsonNode oracle, List<String> names, boolean named) {
        Reach hull = Reach.exact(network(), new BitSet()).orElseThrow();
        for (int cell = 0; cell < names.size(); cell++) {
            JsonNode low = named ? oracle.get("expected_lower").get(names.get(cell)) : oracle.get("expected_lower").get(cell);
            JsonNode high = named ? oracle.get("expected_upper").get(names.get(cell)) : oracle.get("expected_upper").get(cell);
            assertThat(hull.lowest()[cell]).as("lowest " + names.get(cell)).isEqualTo(low.asLong());
            assertThat(hull.highest()[cell]).as("highest " + names.get(cell))
                    .isEqualTo(high.asString().equals("Inf") ? Network.NO_HIGHEST : high.asLong());
        }
    }

    private void implied(JsonNode oracle) {
        oracle.get("rules").forEach(rule -> add(rule.asString()));
        oracle.get("values").properties().forEach(value -> {
            if (!value.getValue().isNull()) {
                statements.add(exactly(value.getKey(), value.getValue().asLong(), 1));
            }
        });
        Network network = network();
        Optional<Reach> hull = Reach.exact(network, network.everything());
        oracle.get("expected").properties().forEach(expected -> {
            int cell = cell(expected.getKey());
            if (hull.isEmpty()) {
                // The figures contradict each other: nothing is derived from them, and what is printed stays as printed.
                assertThat(expected.getValue()).isEqualTo(oracle.get("values").get(expected.getKey()));
            } else if (expected.getValue().isNull()) {
                assertThat(hull.get().lowest()[cell]).as(expected.getKey()).isLessThan(hull.get().highest()[cell]);
            } else {
                assertThat(hull.get().lowest()[cell]).as(expected.getKey()).isEqualTo(expected.getValue().asLong());
                assertThat(hull.get().highest()[cell]).as(expected.getKey()).isEqualTo(expected.getValue().asLong());
            }
        });
    }

    private void add(String rule) {
        RuleText text = new RuleText(rule);
        text.names().forEach(this::cell);
        sums.add(text.sum(cellOf));
    }

    private int cell(String name) {
        return cellOf.computeIfAbsent(name, each -> cellOf.size());
    }

    private Statement exactly(String name, long value, int cost) {
        return new Statement(cell(name), value, value, cost, true);
    }

    private Network network() {
        return new Network(cellOf.size(), sums, statements);
    }

    private static Set<String> named(BitSet set, List<String> names) {
        Set<String> named = new TreeSet<>();
        set.stream().forEach(number -> named.add(names.get(number)));
        return named;
    }

    private static Set<String> strings(JsonNode array) {
        return new TreeSet<>(strings(array, new ArrayList<>()));
    }

    private static List<String> strings(JsonNode array, List<String> into) {
        array.forEach(each -> into.add(each.asString()));
        return into;
    }
}
