package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the user. Each returns at once; the answer comes to the callback on the JavaFX thread, and no callback
 * runs where the user cancels. For the JavaFX thread only.
 */
public interface Dialogs {

    /** Returns the same questions as being about that connection: each names it, and its environment. */
    Dialogs about(ConnectionProfile connection);

    /** Returns the same questions in another window, over which these sheets lie. */
    Dialogs over(Sheets sheets);

    /** Asks before something that cannot be taken back. The focus is on Cancel, and Enter alone never confirms. */
    void confirm(Confirmation question, Runnable whenConfirmed);

    /** Says what failed, why, and what to do, with details to copy. */
    void error(BrokerFailure failure);

    /** Asks for an existing file. */
    void openFile(FileRequest request, Consumer<Path> whenChosen);

    /** Asks for a file to write; the user has agreed to replace it where it exists. */
    void saveFile(FileRequest request, Consumer<Path> whenChosen);

    /** Asks for a line of text, until there is nothing wrong with it. */
    void askText(TextRequest request, Consumer<String> whenGiven);

    /** Asks for a line of text together with a choice of yes or no, until there is nothing wrong with the text. */
    void askText(TextRequest request, Option option, BiConsumer<String, Boolean> whenGiven);

    /** Asks for secrets by name; all are given, none is kept by the dialog. */
    void askSecrets(SecretsRequest request, Consumer<Map<String, Secret>> whenGiven);

    /**
     * What to confirm.
     *
     * @param title a verb and its object, for instance {@code Reset data}
     * @param effect exactly what will happen
     * @param verb the words of the button
     * @param nameToType what must be typed first, or null for nothing
     */
    record Confirmation(
            String title,
            String effect,
            String verb,
            @Nullable String nameToType) {

        /** A question without a name to type. */
        public Confirmation(String title, String effect, String verb) {
            this(title, effect, verb, null);
        }
    }

    /**
     * Which file.
     *
     * @param title of the window
     * @param suggestedName a file name to begin with, empty for none
     * @param kind what the files are called, for instance {@code JSON lines}
     * @param patterns for instance {@code *.jsonl}; empty for all files
     */
    record FileRequest(String title, String suggestedName, String kind, List<String> patterns) {
        public FileRequest {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Which text.
     *
     * @param title of the dialog
     * @param label of the field
     * @param initial what stands in it
     * @param verb the words of the button
     * @param check says what is wrong with a text, empty for nothing
     */
    record TextRequest(String title, String label, String initial, String verb, Function<String, String> check) {

        /** A question to which every text is an answer that is not blank. */
        public TextRequest(String title, String label, String initial, String verb) {
            this(title, label, initial, verb, text -> text.isBlank() ? "Nothing is typed yet." : "");
        }
    }

    /**
     * A choice beside a text.
     *
     * @param effect exactly what will happen with the text, in some sentences
     * @param words what is chosen or not
     * @param chosen what it is at first
     */
    record Option(String effect, String words, boolean chosen) {}

    /**
     * Which secrets.
     *
     * @param connection what needs them
     * @param names the properties, in order
     */
    record SecretsRequest(ConnectionProfile connection, List<String> names) {
        public SecretsRequest {
            names = List.copyOf(names);
        }
    }
}
