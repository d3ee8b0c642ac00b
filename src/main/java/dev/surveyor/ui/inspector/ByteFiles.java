package dev.surveyor.ui.inspector;

import dev.surveyor.codec.Slice;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.BackgroundWork;
import dev.surveyor.ui.fx.Dialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Saves a key or a value, byte by byte, to a file that the user chooses. */
final class ByteFiles {

    private final InspectorTools tools;
    private final BackgroundWork writing;

    ByteFiles(InspectorTools tools) {
        this.tools = tools;
        this.writing = new BackgroundWork(tools.background(), tools.ui());
    }

    void save(String name, Slice bytes) {
        tools.dialogs()
                .saveFile(
                        new Dialogs.FileRequest("Save as a file", name, "All files", List.of()),
                        file -> writing.start(
                                () -> Files.write(file, bytes.bytes()), written -> {}, thrown -> tools.dialogs()
                                        .error(failure(file, thrown))));
    }

    private static BrokerFailure failure(Path file, Throwable thrown) {
        return new BrokerFailure(
                "The file " + file + " could not be written.",
                String.valueOf(thrown.getMessage()),
                List.of("Choose another folder"),
                thrown.toString(),
                BrokerFailure.Kind.FATAL);
    }
}
