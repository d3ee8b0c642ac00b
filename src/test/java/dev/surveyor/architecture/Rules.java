package dev.surveyor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The rules of the layout, for any root package: {@code dev.surveyor}, or the one below which the mistakes are that each
 * rule must catch.
 *
 * @param root the package above the layers
 */
record Rules(String root) {

    /** The only domain types that are neither records, enums nor sealed interfaces, each with its reason. */
    private static final Set<String> OTHER_DOMAIN_TYPES = Set.of(
            ".domain.failure.BrokerFailureException", // an exception has to be a class
            ".domain.connection.Secret", // a record would print it
            ".domain.record.RawRecord", // implemented by whoever received the bytes, over buffers of its own
            ".domain.record.HeaderCursor", // walks over the bytes of a record, so that nothing is copied
            ".domain.record.ConsumedRecord", // keeps all its parts in one array, see the decision on raw records
            ".domain.record.ConsumedRecord$Builder");

    /** Imports go from the top to the bottom, and only {@code app} sees who implements the ports. */
    ArchRule layersPointDownwards() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("app")
                .definedBy(root + ".app..")
                .layer("ui")
                .definedBy(root + ".ui..")
                .layer("service")
                .definedBy(root + ".service..")
                .layer("filter")
                .definedBy(root + ".filter..")
                .layer("codec")
                .definedBy(root + ".codec..")
                .layer("adapters")
                .definedBy(root + ".kafka..", root + ".store..", root + ".sandbox..", root + ".registry..")
                .layer("domain")
                .definedBy(root + ".domain..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("service")
                .mayOnlyBeAccessedByLayers("app", "ui", "adapters")
                .whereLayer("filter")
                .mayOnlyAccessLayers("codec", "domain")
                .whereLayer("codec")
                .mayOnlyAccessLayers("domain")
                .whereLayer("domain")
                .mayNotAccessAnyLayer();
    }

    /** Those that implement ports do not know one another. */
    ArchRule adaptersStandAlone() {
        return slices().matching(root + ".(kafka|store|sandbox|registry)..")
                .should()
                .notDependOnEachOther();
    }

    ArchRule kafkaClientsOnlyInTheirAdapters() {
        return only("org.apache.kafka..", root + ".kafka..", root + ".sandbox..");
    }

    ArchRule jacksonOnlyWhereJsonIsRead() {
        return only("com.fasterxml.jackson..", root + ".store..", root + ".codec..", root + ".filter..");
    }

    ArchRule javaFxOnlyInTheWindow() {
        return only("javafx..", root + ".ui..", root + ".app..");
    }

    /** A view model holds values, never a control, a stage or the platform. */
    ArchRule viewModelsKnowNoControls() {
        return noClasses()
                .that()
                .haveNameMatching(".*ViewModel(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAPackage("javafx..")
                        .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..")))
                        .as("are of JavaFX, except beans and collections"));
    }

    /**
     * What is drawn decodes nothing and does no work off the JavaFX thread: its view model does, and hears what became of
     * it, so that no control says for ever that something is being done.
     */
    ArchRule panesLeaveTheWorkToTheirViewModels() {
        Set<String> workers = Set.of(
                "java.util.concurrent.Executor",
                "dev.surveyor.ui.fx.LatestWork",
                "dev.surveyor.ui.fx.BackgroundWork",
                "dev.surveyor.codec.detect.RecordReader");
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui.inspector..")
                .and()
                .areAssignableTo("javafx.scene.Node")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "do work off the JavaFX thread, or decode", type -> workers.contains(type.getName())));
    }

    ArchRule thePlatformOnlyBehindItsSeam() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".ui.fx..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javafx\\.application\\.Platform|javafx\\.animation\\.(Timeline|AnimationTimer)");
    }

    /**
     * A dialog is a sheet within its window. On Linux the toolkit goes on with a window that was closed while it still
     * handled a key, and the program ends; a second window is only what a user pops out to keep.
     */
    ArchRule noWindowsButTheMainOneAndThePoppedOut() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".ui.inspector.PopOut")
                .should()
                .callConstructorWhere(target(assignableTo("javafx.stage.Stage")))
                .orShould()
                .beAssignableTo("javafx.stage.Stage")
                .orShould()
                .dependOnClassesThat(assignableTo("javafx.scene.control.Dialog")
                        .or(assignableTo("javafx.scene.control.DialogPane")));
    }

    /** What pops up is a menu, a tooltip or a {@code NodePopup}: all of them leave the focus and the keys to their window. */
    ArchRule popupsLeaveTheKeysToTheirWindow() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".ui.parts.NodePopup")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a popup", call -> Set.of("javafx.stage.Popup", "javafx.scene.control.PopupControl")
                                .contains(call.getTargetOwner().getName())));
    }

    /** A stage is closed by {@code executor.execute(stage::close)}, never by a call that a key handler may have made. */
    ArchRule stagesAreClosedLater() {
        Set<String> ends = Set.of("close", "hide", "showAndWait");
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "closes a stage, or waits for it",
                        call -> ends.contains(call.getName())
                                && (call.getTargetOwner().isAssignableTo("javafx.stage.Stage")
                                        || call.getTargetOwner().getName().equals("javafx.stage.Window"))));
    }

    /** A stage of a future keeps what is thrown in it to itself; {@code UiExecutor.whenDone} lets it be heard of. */
    ArchRule futuresComeBackThroughTheUiExecutor() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".ui..", root + ".app..")
                .should()
                .callMethodWhere(goesOnOnAnExecutor());
    }

    /** Threads are made in one place; the broker's own process has its own. */
    ArchRule threadsOnlyFromAppThreads() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".sandbox.broker..")
                .and()
                .haveNameNotMatching(".*\\.app\\.AppThreads(\\$.*)?")
                .should()
                .callConstructorWhere(target(assignableTo(Thread.class)
                        .or(assignableTo(ThreadPoolExecutor.class))
                        .or(assignableTo("java.util.Timer"))))
                .orShould()
                .dependOnClassesThat(assignableTo(Executors.class).or(assignableTo(ForkJoinPool.class)))
                .orShould()
                .callMethodWhere(runsOnTheCommonPool());
    }

    ArchRule noCyclesBetweenPackages() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule noCyclesBetweenLayersAndFeatures() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /**
     * Features are put together by the shell; what several need is in {@code fx}, {@code parts}, {@code page} or
     * {@code inspector}.
     */
    ArchRule featuresDoNotImportEachOther() {
        return noClasses()
                .that(resideInAPackage(root + ".ui.(*)..").and(not(common())))
                .should(new DependOnAnotherFeature(root + ".ui.", common()));
    }

    /** What several features share stands below all of them, and the inspector above controls and toolkit. */
    ArchRule whatFeaturesShareKnowsNoFeature() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".ui.fx..", root + ".ui.parts..", root + ".ui.page..", root + ".ui.inspector..")
                .should(new DependOnAnotherFeature(
                        root + ".ui.", resideInAnyPackage(root + ".ui.fx..", root + ".ui.parts..")));
    }

    ArchRule domainIsRecordsEnumsAndSealedInterfaces() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and()
                .areNotAnonymousClasses()
                .and(DescribedPredicate.describe(
                        "are not excepted by name",
                        type -> !OTHER_DOMAIN_TYPES.contains(type.getName().substring(root.length()))))
                .and(DescribedPredicate.describe(
                        "are not package-info", type -> !type.getName().endsWith("package-info")))
                .should(new BeDataOrSealed());
    }

    private DescribedPredicate<JavaClass> common() {
        return resideInAnyPackage(
                root + ".ui",
                root + ".ui.fx..",
                root + ".ui.parts..",
                root + ".ui.page..",
                root + ".ui.inspector..",
                root + ".ui.shell..");
    }

    private static ArchRule only(String library, String... users) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaCall<?>> target(DescribedPredicate<JavaClass> owner) {
        return DescribedPredicate.describe(
                "makes a " + owner.getDescription(), call -> owner.test(call.getTargetOwner()));
    }

    private static DescribedPredicate<JavaCall<?>> goesOnOnAnExecutor() {
        Set<String> beginnings = Set.of("supplyAsync", "runAsync");
        return DescribedPredicate.describe("goes on with a future on an executor", call -> {
            CodeUnitCallTarget target = call.getTarget();
            return target.getOwner().isAssignableTo(CompletionStage.class)
                    && target.getName().endsWith("Async")
                    && !beginnings.contains(target.getName());
        });
    }

    private static DescribedPredicate<JavaCall<?>> runsOnTheCommonPool() {
        return DescribedPredicate.describe("runs on the pool of the JVM, for want of an executor", call -> {
            CodeUnitCallTarget target = call.getTarget();
            List<JavaClass> parameters = target.getRawParameterTypes();
            return target.getOwner().isAssignableTo(CompletableFuture.class)
                    && target.getName().endsWith("Async")
                    && parameters.stream().noneMatch(type -> type.isEquivalentTo(Executor.class));
        });
    }
}
