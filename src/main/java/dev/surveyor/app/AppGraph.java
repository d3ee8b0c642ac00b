package dev.surveyor.app;

import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.connection.KafkaClientPropertyCatalog;
import dev.surveyor.kafka.connection.KafkaConnector;
import dev.surveyor.kafka.decode.CoordinatorDecoder;
import dev.surveyor.kafka.log.LogbackClientLog;
import dev.surveyor.registry.HttpSchemaSources;
import dev.surveyor.sandbox.LocalSandbox;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.ProfileStore;
import dev.surveyor.service.connection.SecretNames;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.RegistryConnector;
import dev.surveyor.service.decode.RegistryProperties;
import dev.surveyor.service.decode.SecretFreeProfiles;
import dev.surveyor.service.files.PrivateFiles;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.store.DiskReasons;
import dev.surveyor.store.JsonProfileStore;
import dev.surveyor.store.JsonSettings;
import dev.surveyor.store.PlatformFolders;
import dev.surveyor.ui.fx.FxClipboards;
import dev.surveyor.ui.fx.FxDialogs;
import dev.surveyor.ui.fx.FxPulse;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.SystemAppearance;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.shell.Shell;
import dev.surveyor.ui.shell.ShellServices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: makes everything once, hands it down by constructors, and closes it in reverse. Reads like a
 * table of contents.
 */
final class AppGraph implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppGraph.class);
    private static final String VERSION = "0.1.0";

    private final Clock clock = Clock.systemUTC();
    private final CrashHandler crashes = new CrashHandler();
    private final AppThreads threads = new AppThreads(crashes);
    private final ExecutorService background = threads.background();

    private final LogbackClientLog clientLog;
    private final JsonSettings settings;
    private final LocalSandbox sandbox;
    private final Decodings decodings;
    private final DragFiles dragFiles;
    private final ConnectionService connections;
    private final Shell shell;

    AppGraph(PlatformFolders folders) {
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        keepPrivate(folders.settings());
        keepPrivate(folders.data());
        Path sandboxFolder = folders.data().resolve("sandbox");

        Path logFile = folders.data().resolve("logs").resolve("surveyor.log");
        clientLog = new LogbackClientLog(logFile, threads.timer());
        settings = new JsonSettings(folders.settings(), threads.timer(), clock);
        RegistryProperties catalog = new RegistryProperties(new KafkaClientPropertyCatalog());
        SecretNames secretNames = new SecretNames(catalog);
        ProfileStore profiles =
                new SecretFreeProfiles(new JsonProfileStore(folders.settings(), secretNames, clock), secretNames);

        ClientThreads clientThreads = new ClientThreads(threads.named("client"), background, threads.timer());
        KafkaConnector connector = new KafkaConnector(clientThreads, clock, new KafkaParts());
        decodings = new Decodings(
                settings,
                new HttpSchemaSources(background, threads.timer(), System::nanoTime),
                CoordinatorDecoder.all());
        connections = new ConnectionService(profiles, new RegistryConnector(connector, decodings), background);
        dragFiles = new DragFiles(folders.data().resolve("dragged"), background, clock);
        dragFiles.deleteOld();
        sandbox = new LocalSandbox(sandboxFolder, threads.named("sandbox"), clock);

        FxClipboards clipboards = new FxClipboards();
        Sheets sheets = new Sheets();
        Theme theme = new Theme();
        theme.install();
        FxUiExecutor ui = new FxUiExecutor();
        ui.whenDone(new SystemAppearance(background).find(), (variant, thrown) -> {
            if (variant != null) {
                theme.systemVariant(variant);
            }
        });
        shell = new Shell(new ShellServices(
                connections,
                decodings,
                catalog,
                sandbox,
                clientLog,
                settings,
                ui,
                new FxPulse(),
                sheets,
                new FxDialogs(sheets, clipboards),
                clipboards,
                theme,
                background,
                clock,
                dragFiles,
                sandboxFolder,
                startMessages(logFile),
                VERSION));
        settings.onMessage(message -> ui.execute(() -> shell.say(message)));
        settings.onTrouble(failure -> ui.execute(() -> shell.settingsTrouble(failure)));
        crashes.onCrash(escaped -> ui.execute(() -> show(escaped)));
    }

    /** Makes the folder, or makes it private; where that fails, who writes there says so. */
    private static void keepPrivate(Path folder) {
        try {
            PrivateFiles.folder(folder);
        } catch (IOException refused) {
            LOG.warn("Others may be able to read {}", folder, refused);
        }
    }

    private List<String> startMessages(Path logFile) {
        List<String> messages = new ArrayList<>(settings.messages());
        clientLog.refused().ifPresent(refused -> messages.add(noLog(logFile, refused)));
        return messages;
    }

    static String noLog(Path file, IOException refused) {
        return "No log is kept in " + file + ". " + DiskReasons.of(refused)
                + " Once Surveyor may write there, start it again.";
    }

    /** Shows what escaped. Where that fails in turn, the log alone hears of it: else it would come round for ever. */
    private void show(Throwable escaped) {
        try {
            shell.crashed(BrokerFailureException.in(escaped));
        } catch (RuntimeException e) {
            LOG.error("The failure could not be shown", e);
        }
    }

    Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        shell.close();
        dragFiles.close();
        connections.close();
        decodings.close();
        sandbox.close();
        settings.close();
        clientLog.close();
        threads.close();
    }
}
