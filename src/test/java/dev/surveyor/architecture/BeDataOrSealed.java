package dev.surveyor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for records, enums and sealed interfaces. */
final class BeDataOrSealed extends ArchCondition<JavaClass> {

    BeDataOrSealed() {
        super("be records, enums or sealed interfaces");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean sealed = type.isInterface() && type.reflect().isSealed();
        if (!(type.isRecord() || type.isEnum() || sealed)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is neither a record, an enum nor a sealed interface"));
        }
    }
}
