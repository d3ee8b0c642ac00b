package dev.surveyor.ui.producer;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * What a producer page needs of the program around it.
 *
 * @param session the connection
 * @param settings where forms are kept
 * @param dialogs for questions, files and failures
 * @param clipboards for pasted headers
 * @param uiExecutor the JavaFX thread
 * @param background for files
 * @param pulse at which deliveries are taken
 * @param clock for the time-out and the pace
 * @param zone in which times are typed and shown
 * @param showInTable goes to an acknowledged record
 * @param showEvents opens the list of the shared stream
 */
public record ProducerContext(
        ClusterSession session,
        Settings settings,
        Dialogs dialogs,
        Clipboards clipboards,
        UiExecutor uiExecutor,
        Executor background,
        Pulse pulse,
        Clock clock,
        ObservableValue<ZoneId> zone,
        Consumer<PartitionOffset> showInTable,
        Runnable showEvents) {}
