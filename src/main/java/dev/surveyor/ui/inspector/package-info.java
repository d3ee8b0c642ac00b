/**
 * The inspector: one record in full, beside a table of records or in a window of its own, and the clipboard for records.
 * Live tables and searches both use it, so it knows neither; what it can do with the record of its table comes in as
 * {@link dev.surveyor.ui.inspector.InspectorActions}.
 */
@NullMarked
package dev.surveyor.ui.inspector;

import org.jspecify.annotations.NullMarked;
