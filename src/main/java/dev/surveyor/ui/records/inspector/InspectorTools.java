package dev.surveyor.ui.records.inspector;

import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What an inspector needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param background runs what may take longer: decoding, searching and saving large values
 * @param clock tells the zone in which times are shown
 */
public record InspectorTools(Dialogs dialogs, Clipboards clipboards, UiExecutor ui, Executor background, Clock clock) {}
