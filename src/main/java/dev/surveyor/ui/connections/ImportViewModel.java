package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.service.connection.PropertiesText;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a text or a file that is to be imported. */
public final class ImportViewModel {

    private static final long LARGEST_FILE = 1_000_000;

    private final ClientPropertiesImport importer;
    private final LatestWork reading;
    private final Consumer<ProfileDraft> imported;

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable ProfileDraft> draft = new ReadOnlyObjectWrapper<>();
    private String name = "";

    /**
     * Makes it, closed.
     *
     * @param background reads files
     * @param imported gets the draft that the user agreed to
     */
    public ImportViewModel(
            ClientPropertiesImport importer, Executor background, UiExecutor ui, Consumer<ProfileDraft> imported) {
        this.importer = importer;
        this.reading = new LatestWork(background, ui);
        this.imported = imported;
        text.addListener((property, before, now) -> read());
    }

    // Properties

    /** Whether it is on the screen. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the text or the file; empty where nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the text says; null where it says nothing yet. */
    ReadOnlyObjectProperty<@Nullable ProfileDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    // Commands

    /** Opens it, empty. */
    public void show() {
        name = "";
        text.set("");
        problem.set("");
        draft.set(null);
        open.set(true);
    }

    void cancel() {
        open.set(false);
    }

    /** Reads a file in the background and shows its text, opening where it is closed. */
    public void readFile(Path file) {
        if (!open.get()) {
            show();
        }
        reading.start(
                givenUp -> content(file),
                content -> {
                    name = nameOf(file);
                    text.set(content);
                    read();
                },
                thrown -> {
                    draft.set(null);
                    problem.set(file.getFileName() + " could not be read: " + thrown.getMessage());
                });
    }

    /** Hands the draft on and closes. */
    void accept() {
        ProfileDraft ready = draft.get();
        if (ready != null) {
            open.set(false);
            text.set("");
            imported.accept(ready);
        }
    }

    private void read() {
        if (text.get().isBlank()) {
            problem.set("");
            draft.set(null);
            return;
        }
        try {
            draft.set(importer.read(text.get(), name));
            problem.set("");
        } catch (IllegalArgumentException e) {
            draft.set(null);
            problem.set(String.valueOf(e.getMessage()));
        }
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("it is larger than 1 MB, so it is not a client.properties file");
            }
            return PropertiesText.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String nameOf(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String bare = fileName.replaceFirst("\\.(properties|conf|cfg|txt)$", "");
        return bare.equals("client") ? "" : bare;
    }
}
