package dev.surveyor.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for a class of one feature of the window that uses a class of another. */
final class DependOnAnotherFeature extends ArchCondition<JavaClass> {

    private final String parent;
    private final DescribedPredicate<JavaClass> common;

    /**
     * Makes the condition.
     *
     * @param parent the package above the features, with its dot
     * @param common what every feature may use
     */
    DependOnAnotherFeature(String parent, DescribedPredicate<JavaClass> common) {
        super("depend on another feature");
        this.parent = parent;
        this.common = common;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = featureOf(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass();
            if (target.getPackageName().startsWith(parent)
                    && !common.test(target)
                    && !featureOf(target).equals(own)) {
                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
            }
        }
    }

    private String featureOf(JavaClass type) {
        String below = type.getPackageName().substring(parent.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
