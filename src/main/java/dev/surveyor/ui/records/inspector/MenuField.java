package dev.surveyor.ui.records.inspector;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the menu of a field needs to know of it.
 *
 * @param path how the filter language names it
 * @param condition holds for records with this value at its place; null where there is none
 * @param why says in parentheses why there is none
 * @param column whether it can be a column
 * @param value what a copy of it is
 */
record MenuField(String path, @Nullable String condition, String why, boolean column, Supplier<String> value) {}
