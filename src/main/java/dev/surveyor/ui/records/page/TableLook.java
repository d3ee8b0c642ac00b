package dev.surveyor.ui.records.page;

import dev.surveyor.domain.consume.BufferLimits;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * What the user chose for all live tables.
 *
 * @param rowHeight of the table, in pixels
 * @param newestFirst whether the newest rows stand at the top
 * @param limits how much a table keeps that is opened now
 */
public record TableLook(
        ObservableValue<Double> rowHeight, ObservableValue<Boolean> newestFirst, Supplier<BufferLimits> limits) {}
