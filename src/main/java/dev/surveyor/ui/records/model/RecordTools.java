package dev.surveyor.ui.records.model;

import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.fx.ZoneClock;
import dev.surveyor.ui.records.highlight.KeptRules;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What every live table needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param pulse ticks on the JavaFX thread
 * @param background runs what may take longer: sorting, decoding large values, matching a new filter
 * @param clock tells the time
 * @param zone in which times are shown
 * @param rowHeight of the table, in pixels
 * @param newestFirst whether the newest rows stand at the top
 * @param decodings how the records of each connection are read
 * @param highlights the rules that colour rows, shared by all tables of a topic
 */
public record RecordTools(
        Settings settings,
        Dialogs dialogs,
        Clipboards clipboards,
        UiExecutor ui,
        Pulse pulse,
        Executor background,
        Clock clock,
        ObservableValue<ZoneId> zone,
        ObservableValue<Double> rowHeight,
        ObservableValue<Boolean> newestFirst,
        Decodings decodings,
        KeptRules highlights) {

    /** Makes the tools of a place without schemas, with the newest rows at the bottom. */
    public RecordTools(
            Settings settings,
            Dialogs dialogs,
            Clipboards clipboards,
            UiExecutor ui,
            Pulse pulse,
            Executor background,
            Clock clock,
            ObservableValue<ZoneId> zone,
            ObservableValue<Double> rowHeight) {
        this(
                settings,
                dialogs,
                clipboards,
                ui,
                pulse,
                background,
                clock,
                zone,
                rowHeight,
                new ReadOnlyBooleanWrapper(false).getReadOnlyProperty(),
                new Decodings(settings, SchemaSources.NONE, List.of()),
                new KeptRules(settings));
    }

    /** Returns a clock whose zone is always the one in which times are shown. */
    public Clock zonedClock() {
        return new ZoneClock(clock, zone);
    }
}
