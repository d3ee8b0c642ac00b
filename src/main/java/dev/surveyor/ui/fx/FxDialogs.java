package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The real ones: files are asked for as the system does, everything else in sheets over the window. */
public final class FxDialogs implements Dialogs {

    private static final double WIDTH = 520;

    private final Sheets sheets;
    private final Clipboards clipboards;
    private final @Nullable ConnectionProfile connection;

    /**
     * @param sheets over the window that the questions belong to
     * @param clipboards where details are copied to
     */
    public FxDialogs(Sheets sheets, Clipboards clipboards) {
        this(sheets, clipboards, null);
    }

    private FxDialogs(Sheets sheets, Clipboards clipboards, @Nullable ConnectionProfile connection) {
        this.sheets = sheets;
        this.clipboards = clipboards;
        this.connection = connection;
    }

    @Override
    public Dialogs about(ConnectionProfile profile) {
        return new FxDialogs(sheets, clipboards, profile);
    }

    @Override
    public Dialogs over(Sheets others) {
        return new FxDialogs(others, clipboards, connection);
    }

    @Override
    public void confirm(Confirmation question, Runnable whenConfirmed) {
        Sheet sheet = sheet(question.title());
        sheet.add(sentence(question.effect()));
        Button cancel = sheet.closing("dialog-cancel", "Cancel");
        Button confirm = sheet.button("dialog-confirm", question.verb(), () -> {
            sheet.close();
            whenConfirmed.run();
        });
        confirm.getStyleClass().add("danger");
        String name = question.nameToType();
        if (name != null) {
            TextField typed = new TextField();
            typed.setId("dialog-name");
            sheet.add(labelled("Type " + name + " to confirm", typed));
            confirm.disableProperty().bind(typed.textProperty().isNotEqualTo(name));
        }
        sheet.beginAt(cancel);
        sheets.show(sheet);
    }

    @Override
    public void error(BrokerFailure failure) {
        Sheet sheet = sheet("That did not work");
        Label what = sentence(failure.what());
        what.getStyleClass().add("dialog-what");
        sheet.add(what);
        if (!failure.why().isEmpty()) {
            sheet.add(sentence(failure.why()));
        }
        for (String remedy : failure.remedies()) {
            sheet.add(sentence("• " + remedy));
        }
        TextArea details = new TextArea(failure.details());
        details.setId("dialog-details");
        details.getStyleClass().add("dialog-details");
        details.setEditable(false);
        details.setPrefRowCount(8);
        TitledPane more = new TitledPane("Details", details);
        more.setExpanded(false);
        more.setAnimated(false);
        sheet.add(more);
        Button copy = sheet.button("dialog-copy", "Copy report", () -> clipboards.copy(failure.report()));
        Button close = sheet.closing("dialog-cancel", "Close");
        copy.toBack();
        sheet.beginAt(close);
        sheets.show(sheet);
    }

    @Override
    public void openFile(FileRequest request, Consumer<Path> whenChosen) {
        File chosen = chooser(request).showOpenDialog(sheets.getScene().getWindow());
        if (chosen != null) {
            whenChosen.accept(chosen.toPath());
        }
    }

    @Override
    public void saveFile(FileRequest request, Consumer<Path> whenChosen) {
        File chosen = chooser(request).showSaveDialog(sheets.getScene().getWindow());
        if (chosen != null) {
            whenChosen.accept(chosen.toPath());
        }
    }

    @Override
    public void askText(TextRequest request, Consumer<String> whenGiven) {
        ask(sheet(request.title()), request, whenGiven);
    }

    @Override
    public void askText(TextRequest request, Option option, BiConsumer<String, Boolean> whenGiven) {
        Sheet sheet = sheet(request.title());
        Label effect = sentence(option.effect());
        effect.setId("dialog-effect");
        CheckBox box = new CheckBox(option.words());
        box.setId("dialog-option");
        box.setSelected(option.chosen());
        box.setWrapText(true);
        sheet.add(effect);
        ask(sheet, request, text -> whenGiven.accept(text, box.isSelected()), box);
    }

    private void ask(Sheet sheet, TextRequest request, Consumer<String> whenGiven, Node... options) {
        TextField field = new TextField(request.initial());
        field.setId("dialog-text");
        Label problem = sentence("");
        problem.setId("dialog-problem");
        problem.getStyleClass().add("danger");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        sheet.add(labelled(request.label(), field), problem);
        sheet.add(options);
        sheet.closing("dialog-cancel", "Cancel");
        sheet.action("dialog-confirm", request.verb(), () -> {
            String wrong = request.check().apply(field.getText());
            problem.setText(wrong);
            if (wrong.isEmpty()) {
                sheet.close();
                whenGiven.accept(field.getText());
            } else {
                field.requestFocus();
                field.selectAll();
            }
        });
        field.textProperty().addListener((property, before, now) -> problem.setText(""));
        sheet.beginAt(field);
        sheets.show(sheet);
        field.selectAll();
    }

    @Override
    public void askSecrets(SecretsRequest request, Consumer<Map<String, Secret>> whenGiven) {
        String title = "Connect to " + request.connection().name();
        Sheet sheet = new Sheet("dialog", title, request.connection(), WIDTH);
        sheet.wordsProperty().set("");
        sheet.add(sentence("These are asked for at each connect and never saved."));
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
        sheet.add(grid);
        sheet.closing("dialog-cancel", "Cancel");
        Button connect = sheet.action("dialog-confirm", "Connect", () -> {
            sheet.close();
            whenGiven.accept(secretsOf(fields));
        });
        if (missing != null) {
            connect.disableProperty().bind(missing);
        }
        sheet.beginAt(fields.isEmpty() ? connect : fields.values().iterator().next());
        sheets.show(sheet);
    }

    private Sheet sheet(String title) {
        return connection == null ? new Sheet("dialog", title, WIDTH) : new Sheet("dialog", title, connection, WIDTH);
    }

    private static Map<String, Secret> secretsOf(Map<String, PasswordField> fields) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        fields.forEach((name, field) -> secrets.put(name, new Secret(field.getText())));
        return secrets;
    }

    private static VBox labelled(String words, TextField field) {
        Label label = sentence(words);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
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
