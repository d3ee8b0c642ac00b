package dev.surveyor.ui.inspector;

import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What an inspector needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param background runs what may take longer: decoding, searching and saving large values
 * @param clock tells the zone in which times are shown
 * @param settings keep how its parts are sized
 * @param decoding how keys and values are read, and what is chosen for that
 */
public record InspectorTools(
        Dialogs dialogs,
        Clipboards clipboards,
        UiExecutor ui,
        Executor background,
        Clock clock,
        Settings settings,
        Decoding decoding) {

    /** Returns the same for another window, over which these dialogs lie. */
    InspectorTools over(Sheets sheets) {
        return new InspectorTools(dialogs.over(sheets), clipboards, ui, background, clock, settings, decoding);
    }
}
