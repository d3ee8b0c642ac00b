package dev.surveyor.ui.shell;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.UiExecutor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the window is made from.
 *
 * @param sheets the place of dialogs, to be laid over the window
 * @param dialogs asks questions there
 * @param background runs what may take longer than a frame
 * @param dragFiles writes the files of records that are dragged out of the window
 * @param sandboxFolder where the sandbox keeps its data
 * @param messages what is to be said at the start, for instance that a damaged file was set aside
 * @param version of the product
 */
public record ShellServices(
        ConnectionService connections,
        Decodings decodings,
        ClientPropertyCatalog catalog,
        Sandbox sandbox,
        ClientLog clientLog,
        Settings settings,
        UiExecutor ui,
        Pulse pulse,
        Sheets sheets,
        Dialogs dialogs,
        Clipboards clipboards,
        Theme theme,
        Executor background,
        Clock clock,
        DragFiles dragFiles,
        Path sandboxFolder,
        List<String> messages,
        String version) {

    public ShellServices {
        messages = List.copyOf(messages);
    }
}
