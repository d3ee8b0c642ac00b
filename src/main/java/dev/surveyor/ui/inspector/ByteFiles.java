package dev.surveyor.ui.inspector;

import dev.surveyor.codec.Slice;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Saves a key or a value, byte by byte, to a file that the user chooses. */
final class ByteFiles {

    private final InspectorTools tools;

    ByteFiles(InspectorTools tools) {
        this.tools = tools;
    }

    void save(String name, Slice bytes) {
        tools.dialogs()
                .saveFile(
                        new Dialogs.FileRequest("Save as a file", name, "All files", List.of()),
                        file -> tools.background().execute(() -> write(file, bytes)));
    }

    private void write(Path file, Slice bytes) {
        try {
            Files.write(file, bytes.bytes());
        } catch (IOException failed) {
            BrokerFailure failure = new BrokerFailure(
                    "The file " + file + " could not be written.",
                    String.valueOf(failed.getMessage()),
                    List.of("Choose another folder"),
                    failed.toString(),
                    BrokerFailure.Kind.FATAL);
            tools.ui().execute(() -> tools.dialogs().error(failure));
        }
    }
}
