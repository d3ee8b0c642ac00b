package dev.surveyor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What views say with the words of {@code ui.parts} and {@code ui.fx}, and not in as many lines of the toolkit.
 *
 * @param root the package above the layers
 */
record VocabularyRules(String root) {

    private static final String REGION = "javafx.scene.layout.Region";

    /** A spacer is a {@code Spacer}, what a style sheet alone draws a {@code StyledShape}. */
    ArchRule noNamelessRegions() {
        return noClasses()
                .that(areViewsOutside("parts"))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a plain region",
                        call -> call.getTargetOwner().getName().equals(REGION) && !isOfSuperclass(call)));
    }

    /** {@code StyleSheets} knows where they are. */
    ArchRule styleSheetsAreFoundInOnePlace() {
        return noClasses()
                .that(areViewsOutside("parts", "fx"))
                .should()
                .callMethod(URL.class, "toExternalForm")
                .orShould()
                .callMethod(Class.class, "getResource", String.class);
    }

    /** {@code Columns} makes them; those of the record table come and go, and are made by what they are. */
    ArchRule columnsAreMadeInOnePlace() {
        return noClasses()
                .that(areViewsOutside("parts"))
                .and()
                .haveNameNotMatching(".*\\.ui\\.records\\.table\\.ColumnKind")
                .should()
                .callConstructorWhere(DescribedPredicate.describe("makes a column", call -> call.getTargetOwner()
                        .isAssignableTo("javafx.scene.control.TableColumn")));
    }

    /** {@code Controls} gives what is pressed its id and its words, which a screen reader says too. */
    ArchRule buttonsAreMadeInOnePlace() {
        Set<String> pressed = Set.of(
                "javafx.scene.control.Button", "javafx.scene.control.ToggleButton", "javafx.scene.control.Hyperlink");
        return noClasses()
                .that(areViewsOutside("parts", "fx"))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a button, a toggle or a link",
                        call -> pressed.contains(call.getTargetOwner().getName()) && !isOfSuperclass(call)));
    }

    /** {@code Shown} takes a control away together with its room. */
    ArchRule roomGoesWithWhatIsShown() {
        Set<String> room = Set.of("setManaged", "managedProperty");
        return noClasses()
                .that(areViewsOutside("parts"))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "decides on the room of a node",
                        call -> room.contains(call.getName())
                                && call.getTargetOwner().isAssignableTo("javafx.scene.Node")));
    }

    /** {@code LatestWork} and {@code BackgroundWork} bring back what comes of it, a failure too. */
    ArchRule workOffTheThreadComesBack() {
        Set<String> executors = Set.of("java.util.concurrent.Executor", "java.util.concurrent.ExecutorService");
        Set<String> beginnings = Set.of("supplyAsync", "runAsync");
        return noClasses()
                .that(areViewsOutside("fx"))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "begins work off the JavaFX thread",
                        call -> executors.contains(call.getTargetOwner().getName())
                                || (beginnings.contains(call.getName())
                                        && call.getTargetOwner().isAssignableTo(CompletableFuture.class))));
    }

    private DescribedPredicate<JavaClass> areViewsOutside(String... folders) {
        String[] packages = new String[folders.length];
        for (int i = 0; i < folders.length; i++) {
            packages[i] = root + ".ui." + folders[i] + "..";
        }
        return resideInAPackage(root + ".ui..").and(not(resideInAnyPackage(packages)));
    }

    /** Returns whether it is the call that every constructor of a class below the called one begins with. */
    private static boolean isOfSuperclass(JavaCall<?> call) {
        return call.getOrigin().isConstructor()
                && call.getOriginOwner()
                        .getRawSuperclass()
                        .filter(type -> type.equals(call.getTargetOwner()))
                        .isPresent();
    }
}
