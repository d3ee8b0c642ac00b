/**
 * The inspector: one record in full. It knows nothing of the table beside it; what it can do with the record of its
 * table comes in as {@link dev.surveyor.ui.records.inspector.InspectorActions}.
 */
@NullMarked
package dev.surveyor.ui.records.inspector;

import org.jspecify.annotations.NullMarked;
