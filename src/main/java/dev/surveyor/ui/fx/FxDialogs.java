package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The real ones, as windows over the main one. */
public final class FxDialogs implements Dialogs {

    private final Supplier<? extends @Nullable Window> owner;
    private final Clipboards clipboards;

    /**
     * @param owner the window that the dialogs belong to, null for none
     * @param clipboards where details are copied to
     */
    public FxDialogs(Supplier<? extends @Nullable Window> owner, Clipboards clipboards) {
        this.owner = owner;
        this.clipboards = clipboards;
    }

    @Override
    public void confirm(Confirmation question, Runnable whenConfirmed) {
        DialogFrame frame = new DialogFrame(owner.get(), question.title(), question.environment());
        frame.add(sentence(question.effect()));
        Button confirm = frame.action("dialog-confirm", question.verb(), whenConfirmed);
        confirm.getStyleClass().add("danger");
        Button cancel = frame.cancel("Cancel");
        String name = question.nameToType();
        if (name == null) {
            frame.show(cancel);
            return;
        }
        TextField typed = new TextField();
        typed.setId("dialog-name");
        Label label = new Label("Type " + name + " to confirm");
        label.setLabelFor(typed);
        frame.add(new VBox(4, label, typed));
        confirm.disableProperty().bind(typed.textProperty().isNotEqualTo(name));
        frame.show(cancel);
    }

    @Override
    public void error(BrokerFailure failure) {
        DialogFrame frame = new DialogFrame(owner.get(), "That did not work", null);
        Label what = sentence(failure.what());
        what.getStyleClass().add("dialog-what");
        frame.add(what);
        if (!failure.why().isEmpty()) {
            frame.add(sentence(failure.why()));
        }
        for (String remedy : failure.remedies()) {
            frame.add(sentence("• " + remedy));
        }
        TextArea details = new TextArea(failure.details());
        details.setId("dialog-details");
        details.getStyleClass().add("dialog-details");
        details.setEditable(false);
        details.setPrefRowCount(8);
        TitledPane more = new TitledPane("Details", details);
        more.setExpanded(false);
        more.setAnimated(false);
        more.expandedProperty().addListener((at, old, now) -> frame.fit());
        frame.add(more);
        Button copy = frame.button("dialog-copy", "Copy report");
        copy.setOnAction(e -> clipboards.copy(failure.report()));
        frame.show(frame.cancel("Close"));
    }

    @Override
    public void openFile(FileRequest request, Consumer<Path> whenChosen) {
        File chosen = chooser(request).showOpenDialog(owner.get());
        if (chosen != null) {
            whenChosen.accept(chosen.toPath());
        }
    }

    @Override
    public void saveFile(FileRequest request, Consumer<Path> whenChosen) {
        File chosen = chooser(request).showSaveDialog(owner.get());
        if (chosen != null) {
            whenChosen.accept(chosen.toPath());
        }
    }

    @Override
    public void askText(TextRequest request, Consumer<String> whenGiven) {
        DialogFrame frame = new DialogFrame(owner.get(), request.title(), null);
        TextField field = new TextField(request.initial());
        field.setId("dialog-text");
        Label label = new Label(request.label());
        label.setLabelFor(field);
        frame.add(new VBox(4, label, field));
        Button ok = frame.action("dialog-confirm", request.verb(), () -> whenGiven.accept(field.getText()));
        ok.getStyleClass().add("accent");
        ok.setDefaultButton(true);
        ok.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty()));
        frame.cancel("Cancel");
        frame.show(field);
        field.selectAll();
    }

    @Override
    public void askSecrets(SecretsRequest request, Consumer<Map<String, Secret>> whenGiven) {
        DialogFrame frame = new DialogFrame(owner.get(), "Connect to " + request.connection(), request.environment());
        frame.add(sentence("These are asked for at each connect and never saved."));
        Map<String, PasswordField> fields = new LinkedHashMap<>();
        GridPane grid = new GridPane(16, 8);
        BooleanBinding missing = null;
        for (String name : request.names()) {
            PasswordField field = new PasswordField();
            field.setId("dialog-secret-" + fields.size());
            field.setPrefColumnCount(24);
            Label label = new Label(name);
            label.setLabelFor(field);
            grid.addRow(fields.size(), label, field);
            fields.put(name, field);
            BooleanBinding empty = field.textProperty().isEmpty();
            missing = missing == null ? empty : missing.or(empty);
        }
        frame.add(grid);
        Button connect = frame.action("dialog-confirm", "Connect", () -> whenGiven.accept(secretsOf(fields)));
        connect.getStyleClass().add("accent");
        connect.setDefaultButton(true);
        if (missing != null) {
            connect.disableProperty().bind(missing);
        }
        Button cancel = frame.cancel("Cancel");
        frame.show(fields.isEmpty() ? cancel : fields.values().iterator().next());
    }

    private static Map<String, Secret> secretsOf(Map<String, PasswordField> fields) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        fields.forEach((name, field) -> secrets.put(name, new Secret(field.getText())));
        return secrets;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static FileChooser chooser(FileRequest request) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(request.title());
        if (!request.suggestedName().isEmpty()) {
            chooser.setInitialFileName(request.suggestedName());
        }
        if (!request.patterns().isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(request.kind(), request.patterns()));
        }
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*.*"));
        return chooser;
    }
}
