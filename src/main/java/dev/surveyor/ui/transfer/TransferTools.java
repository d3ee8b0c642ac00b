package dev.surveyor.ui.transfer;

import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What an export or an import needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param pulse ticks on the JavaFX thread
 * @param background runs what takes long
 * @param clock tells now and the zone in which times are read
 */
public record TransferTools(Dialogs dialogs, UiExecutor ui, Pulse pulse, Executor background, Clock clock) {}
