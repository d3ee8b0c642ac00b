package dev.surveyor.ui.transfer;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.RunningTasks;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What an export or an import needs of its surroundings.
 *
 * @param ui runs on the JavaFX thread, later
 * @param pulse ticks on the JavaFX thread
 * @param background runs what takes long
 * @param clock tells now and the zone in which times are read
 * @param tasks lists what runs
 * @param notice says what became of work whose dialog is closed
 * @param problem tells why such work failed
 */
record TransferTools(
        Dialogs dialogs,
        UiExecutor ui,
        Pulse pulse,
        Executor background,
        Clock clock,
        RunningTasks tasks,
        Consumer<String> notice,
        Consumer<BrokerFailure> problem) {}
