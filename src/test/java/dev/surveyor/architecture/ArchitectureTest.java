package dev.surveyor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the program, and catches the mistake that is kept for it in {@code archmistakes}. */
class ArchitectureTest {

    private static final Rules PROGRAM = new Rules("dev.surveyor");
    private static final Rules MISTAKES = new Rules("dev.surveyor.archmistakes");
    private static final JavaClasses PROGRAM_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.surveyor");
    private static final JavaClasses MISTAKE_CLASSES =
            new ClassFileImporter().importPackages("dev.surveyor.archmistakes");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("layers point downwards", Rules::layersPointDownwards, "ServiceThatKnowsTheWindow"),
                rule("adapters stand alone", Rules::adaptersStandAlone, "StoreThatKnowsTheSandbox"),
                rule("Kafka only in its adapters", Rules::kafkaClientsOnlyInTheirAdapters, "ServiceWithKafkaClients"),
                rule("Jackson only where JSON is read", Rules::jacksonOnlyWhereJsonIsRead, "ServiceWithJackson"),
                rule("JavaFX only in the window", Rules::javaFxOnlyInTheWindow, "ServiceWithJavaFx"),
                rule("view models know no controls", Rules::viewModelsKnowNoControls, "OrdersViewModel"),
                rule("panes only draw", Rules::panesLeaveTheWorkToTheirViewModels, "OrderPaneThatDecodes"),
                rule("panes write nothing", Rules::panesLeaveTheWorkToTheirViewModels, "OrderPaneThatWrites"),
                rule("Platform only behind its seam", Rules::thePlatformOnlyBehindItsSeam, "OrdersViewOnThePlatform"),
                rule(
                        "dialogs within the window",
                        Rules::noWindowsButTheMainOneAndThePoppedOut,
                        "OrdersViewWithAnAlert"),
                rule("windows are popped out", Rules::noWindowsButTheMainOneAndThePoppedOut, "OrdersViewWithAWindow"),
                rule("popups are menus", Rules::popupsLeaveTheKeysToTheirWindow, "OrdersViewWithAPopup"),
                rule("stages are closed later", Rules::stagesAreClosedLater, "OrdersViewThatClosesAWindow"),
                rule("futures are heard of", Rules::futuresComeBackThroughTheUiExecutor, "OrdersViewThatHidesErrors"),
                rule("threads only from AppThreads", Rules::threadsOnlyFromAppThreads, "ServiceWithThread"),
                rule("threads not from the common pool", Rules::threadsOnlyFromAppThreads, "ServiceOnTheCommonPool"),
                rule("no cycles between packages", Rules::noCyclesBetweenPackages, "CycleLeft"),
                rule("no cycles between layers", Rules::noCyclesBetweenLayersAndFeatures, "ServiceThatKnowsTheWindow"),
                rule("features stand alone", Rules::featuresDoNotImportEachOther, "OrdersViewWithPayments"),
                rule("what is shared stands below", Rules::whatFeaturesShareKnowsNoFeature, "InspectorOfOrders"),
                word("spacers and shapes", VocabularyRules::noNamelessRegions, "OrdersViewWithASpacer"),
                word("style sheets", VocabularyRules::styleSheetsAreFoundInOnePlace, "OrdersViewWithASheet"),
                word("columns", VocabularyRules::columnsAreMadeInOnePlace, "OrdersViewWithAColumn"),
                word("buttons", VocabularyRules::buttonsAreMadeInOnePlace, "OrdersViewWithAButton"),
                word("shown or not", VocabularyRules::roomGoesWithWhatIsShown, "OrdersViewThatKeepsRoom"),
                word("work", VocabularyRules::workOffTheThreadComesBack, "OrdersViewThatForgetsItsWork"),
                rule("domain is data", Rules::domainIsRecordsEnumsAndSealedInterfaces, "MutableThing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_program_follows_the_rule(String name, RuleOf rule, String mistake) {
        rule.in(PROGRAM).check(PROGRAM_CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_catches_its_mistake(String name, RuleOf rule, String mistake) {
        assertThatThrownBy(() -> rule.in(MISTAKES).check(MISTAKE_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(mistake);
    }

    @Test
    void every_package_says_what_lives_there() {
        assertThat(PackageDescriptions.missingBelow(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void a_package_that_says_nothing_is_caught() {
        assertThat(PackageDescriptions.missingBelow(Path.of("src/test/java/dev/surveyor/archmistakes")))
                .extracting(folder -> folder.getFileName().toString())
                .contains("undescribed")
                .doesNotContain("domain");
    }

    /** A rule for a root package. */
    interface RuleOf {
        ArchRule in(Rules root);
    }

    private static Arguments rule(String name, RuleOf rule, String mistake) {
        return Arguments.of(name, rule, mistake);
    }

    private static Arguments word(String name, Function<VocabularyRules, ArchRule> rule, String mistake) {
        return rule(name + " in one place", root -> rule.apply(new VocabularyRules(root.root())), mistake);
    }
}
