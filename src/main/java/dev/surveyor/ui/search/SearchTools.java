package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.RunningTasks;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/**
 * What a search page needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param pulse ticks on the JavaFX thread
 * @param background runs what may take longer
 * @param zone in which times are read and shown
 * @param tasks lists searches that run
 */
public record SearchTools(
        Clipboards clipboards,
        UiExecutor ui,
        Pulse pulse,
        Executor background,
        Clock clock,
        ObservableValue<ZoneId> zone,
        RunningTasks tasks) {

    /** Returns what a filter needs to know that is compiled now, for keys and values read with that reader. */
    FilterContext filterContext(RecordReader reader) {
        return FilterContext.ofTopic(clock.withZone(zone.getValue()), reader);
    }
}
