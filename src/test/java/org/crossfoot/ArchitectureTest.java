package org.crossfoot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The walls of the house: which package may know which. */
@AnalyzeClasses(packages = "org.crossfoot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_CLASSES = 25;

    private static final String[] CORE = {"org.crossfoot.figure..", "org.crossfoot.rule..", "org.crossfoot.network..",
            "org.crossfoot.reconcile.."};

    @ArchTest
    static final ArchRule FIGURE_KNOWS_NOTHING = knows("figure");

    @ArchTest
    static final ArchRule RULE_KNOWS_FIGURE = knows("rule", "figure");

    @ArchTest
    static final ArchRule NETWORK_KNOWS_FIGURE_AND_RULE = knows("network", "figure", "rule");

    @ArchTest
    static final ArchRule RECONCILE_KNOWS_FIGURE_RULE_AND_NETWORK = knows("reconcile", "figure", "rule", "network");

    @ArchTest
    static final ArchRule SETTINGS_KNOWS_FIGURE_RULE_AND_NETWORK = knows("settings", "figure", "rule", "network");

    @ArchTest
    static final ArchRule INTAKE_KNOWS_FIGURE_AND_SETTINGS = knows("intake", "figure", "settings");

    @ArchTest
    static final ArchRule DRAFT_KNOWS_HOW_REPORTS_ARE_READ = knows("draft", "figure", "settings", "intake");

    @ArchTest
    static final ArchRule LEDGER_KNOWS_WHAT_IT_KEEPS = knows("ledger", "figure", "rule", "reconcile");

    @ArchTest
    static final ArchRule OF_RECONCILE_THE_DOOR_THE_EVIDENCE_AND_THE_OUTCOME_ARE_KNOWN = noClasses()
            .that().resideOutsideOfPackage("org.crossfoot.reconcile..").should().dependOnClassesThat(
                    resideInAnyPackage("org.crossfoot.reconcile.*..").and(DescribedPredicate.not(
                            resideInAnyPackage("org.crossfoot.reconcile.evidence..", "org.crossfoot.reconcile.outcome.."))));

    @ArchTest
    static final ArchRule REPORT_KNOWS_WHAT_IT_WRITES =
            knows("report", "figure", "rule", "network", "reconcile", "settings", "ledger", "intake");

    @ArchTest
    static final ArchRule PAGE_KNOWS_WHAT_IT_SHOWS = knows("page", "figure", "rule", "reconcile", "ledger", "publisher",
            "report");

    @ArchTest
    static final ArchRule PUBLISHER_KNOWS_WHAT_CAME_OF_FIGURES = knows("publisher", "figure", "rule", "reconcile", "ledger");

    @ArchTest
    static final ArchRule KNOWN_KNOWS_WHAT_WAS_KNOWN =
            knows("known", "figure", "rule", "reconcile", "settings", "intake", "ledger", "report");

    @ArchTest
    static final ArchRule STORE_KNOWS_THE_LEDGER_AND_WHAT_WAS_PUBLISHED_FROM_IT =
            knows("store", "figure", "ledger", "report", "reconcile");

    @ArchTest
    static final ArchRule AUDIT_STANDS_ON_WHAT_WAS_KNOWN =
            knows("audit", "figure", "rule", "reconcile", "settings", "intake", "ledger", "report", "page", "known");

    @ArchTest
    static final ArchRule AUDIT_IS_KNOWN_BY_THE_COMMANDS_ALONE = noClasses()
            .that().resideOutsideOfPackages("org.crossfoot.cli..", "org.crossfoot.audit..")
            .should().dependOnClassesThat().resideInAPackage("org.crossfoot.audit..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_CLI = noClasses().that().resideOutsideOfPackage("org.crossfoot.cli..")
            .should().dependOnClassesThat().resideInAPackage("org.crossfoot.cli..");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("org.crossfoot.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noRoomIsOvercrowded(JavaClasses all) {
        Map<String, Long> crowded = all.stream().filter(each -> each.isTopLevelClass() && isWritten(each))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(crowded).allSatisfy((room, classes) -> assertThat(classes).as(room).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @ArchTest
    static void aNameMeansOneThing(JavaClasses all) {
        Map<String, List<String>> homes = all.stream()
                .filter(each -> isWritten(each) && !each.isAnonymousClass() && !each.getSimpleName().isEmpty())
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        homes.values().removeIf(types -> types.size() == 1);
        assertThat(homes).isEmpty();
    }

    @ArchTest
    static final ArchRule THE_CORE_IS_PLAIN_JAVA = noClasses().that().resideInAnyPackage(CORE)
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.nio.file..", "java.io..",
            "java.sql..", "java.net..");

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK = noClasses().that().resideInAnyPackage(CORE)
            .should().callMethod(LocalDate.class, "now").orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule NOTHING_ASKS_FOR_THE_MACHINES_PLACE = noClasses()
            .should().callMethod(Locale.class, "getDefault").orShould().callMethod(ZoneId.class, "systemDefault")
            .orShould().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
            .orShould().callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule ONLY_THE_COMMANDS_PRINT_AND_EXIT = noClasses().that().resideOutsideOfPackage("org.crossfoot.cli..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule ONLY_THE_JOB_KNOWS_SPRING_BATCH = noClasses().that().resideOutsideOfPackage("org.crossfoot.job..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.batch..");

    @ArchTest
    static final ArchRule ONLY_THE_LEDGER_AND_THE_JOB_KNOW_THE_DATABASE = noClasses()
            .that().resideOutsideOfPackages("org.crossfoot.job..", "org.crossfoot.ledger..", "org.crossfoot.store..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..",
            "org.h2..", "org.flywaydb..", "org.postgresql..", "com.zaxxer..");

    /** A ledger in a file loads none of it. */
    @ArchTest
    static final ArchRule ONLY_WHAT_OPENS_A_SERVER_KNOWS_ITS_DRIVER = noClasses()
            .that().haveSimpleNameNotStartingWith("LedgerOnServer").and().haveSimpleNameNotStartingWith("ServerConnections")
            .and().haveSimpleNameNotStartingWith("Questions")
            .should().dependOnClassesThat().resideInAnyPackage("org.postgresql..", "com.zaxxer..");

    /** A night without workers loads none of it. */
    @ArchTest
    static final ArchRule ONLY_WORKERS_SEND_MESSAGES = noClasses().that().resideOutsideOfPackage("org.crossfoot.job.work..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.integration..",
            "org.springframework.messaging..", "org.springframework.batch.integration..");

    @ArchTest
    static final ArchRule WORK_IS_KNOWN_WHERE_A_LEDGER_ON_A_SERVER_IS = noClasses()
            .that().resideOutsideOfPackage("org.crossfoot.job.work..")
            .and().doNotHaveSimpleName("Night").and().doNotHaveSimpleName("ReconcileJob").and().doNotHaveSimpleName("JobRunner")
            .and().doNotHaveSimpleName("WorkCommand")
            .should().dependOnClassesThat().resideInAPackage("org.crossfoot.job.work..");

    /** But a ledger's server, by its driver: the command line, or the environment, alone can name one. */
    @ArchTest
    static final ArchRule NOTHING_TALKS_TO_A_NETWORK = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "org.h2.tools..", "org.h2.server..");

    /** But the command that is to be told of a night: the command line names it, or crossfoot.yml; no report can. */
    @ArchTest
    static final ArchRule NOTHING_ELSE_STARTS_A_PROCESS = noClasses().that()
            .doNotHaveFullyQualifiedName("org.crossfoot.job.NotifyCommand").should().dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    static final ArchRule NOTHING_RUNS_TEXT_OR_TURNS_BYTES_INTO_OBJECTS = noClasses().should().callMethod(Runtime.class, "exec",
            String.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("org.yaml.snakeyaml.Yaml")
            .orShould().dependOnClassesThat().resideInAPackage("org.yaml.snakeyaml.constructor..");

    private static boolean isWritten(JavaClass each) {
        return !each.getSimpleName().startsWith("Jte") && !each.getSimpleName().equals("package-info");
    }

    private static ArchRule knows(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name), Arrays.stream(others)).map(other -> "org.crossfoot." + other + "..")
                .toArray(String[]::new);
        return classes().that().resideInAPackage("org.crossfoot." + name + "..")
                .should().onlyDependOnClassesThat(resideInAnyPackage(known).or(DescribedPredicate.not(
                        resideInAnyPackage("org.crossfoot.."))));
    }
}
