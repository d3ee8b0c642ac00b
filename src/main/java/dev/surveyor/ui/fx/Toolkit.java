package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.settings.Settings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/**
 * What every part of the window needs of its surroundings, whatever it shows.
 *
 * @param ui runs on the JavaFX thread, later
 * @param pulse ticks on the JavaFX thread
 * @param background runs what may take longer than a frame
 * @param clock tells the time
 * @param zone in which times are read and shown
 * @param dialogs asks questions over the window
 * @param clipboards take what is copied
 * @param settings keep what the user chose
 */
public record Toolkit(
        UiExecutor ui,
        Pulse pulse,
        Executor background,
        Clock clock,
        ObservableValue<ZoneId> zone,
        Dialogs dialogs,
        Clipboards clipboards,
        Settings settings) {

    /** Returns the same with questions that name this connection. */
    public Toolkit about(ConnectionProfile connection) {
        return new Toolkit(ui, pulse, background, clock, zone, dialogs.about(connection), clipboards, settings);
    }

    /** Returns a clock whose zone is always the one in which times are shown. */
    public Clock zonedClock() {
        return new ZoneClock(clock, zone);
    }
}
