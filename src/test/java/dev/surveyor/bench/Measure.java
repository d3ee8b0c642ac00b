package dev.surveyor.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a measurement, so that {@code -Dbench=NAME} can choose it; the start of a name chooses all that have it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Measure {

    String value();
}
