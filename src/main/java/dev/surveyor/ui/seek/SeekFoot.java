package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.files.FileNames;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.ui.fx.BackgroundWork;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;

/** The buttons of the dialog, with the reason beside the one that is disabled. */
final class SeekFoot {

    private static final String HINT = "Can be undone: the old positions stay in Seek history.";

    private final SeekViewModel model;
    private final Dialogs dialogs;
    private final BackgroundWork writing;
    private final Button export = Controls.button("seek-export", "Export CSV\u2026", "");
    private final MenuButton history = new MenuButton("Seek _history");
    private final Label hint = new Label(HINT);
    private final Button stop = Controls.button("seek-stop-members", "", "");

    SeekFoot(SeekViewModel model, Dialogs dialogs, Executor background, UiExecutor uiExecutor) {
        this.model = model;
        this.dialogs = dialogs;
        this.writing = new BackgroundWork(background, uiExecutor);
        history.setId("seek-history");
        hint.setId("seek-reason");
        hint.getStyleClass().addAll("body-12", "muted");
        for (Region button : List.of(export, history, stop)) {
            Uncut.keep(button);
        }
    }

    /** Puts the buttons at the foot of the dialog. */
    void fill(Sheet sheet) {
        sheet.aside(export, history, hint, stop);
        sheet.closing("seek-cancel", "Cancel");
        Button apply = sheet.button("seek-apply", "", this::apply);
        apply.getStyleClass().add("accent");
        apply.textProperty().bind(model.effect().applyTextProperty());
        apply.disableProperty().bind(model.effect().applyReasonProperty().isNotEmpty());
        bind();
    }

    private void bind() {
        offerHistory();
        model.subjectProperty().addListener((at, old, now) -> offerHistory());
        stop.textProperty().bind(model.obstacle().stopTextProperty());
        Shown.when(stop, stop.textProperty().isNotEmpty());
        stop.setOnAction(e -> model.stopMembers());
        export.setOnAction(e -> chooseFile());
        export.disableProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(model.partitions().rows()));
        model.effect().applyReasonProperty().addListener((at, old, now) -> hint.setText(now.isEmpty() ? HINT : now));
        hint.setText(
                model.effect().applyReasonProperty().get().isEmpty()
                        ? HINT
                        : model.effect().applyReasonProperty().get());
    }

    /** On production the commits of a group are changed only after its name is typed. */
    private void apply() {
        boolean production = model.profile().environment().name().equals(Environment.PRODUCTION.name());
        if (!model.subject().commits() || !production) {
            model.apply();
            return;
        }
        String effect = "Changes what group " + model.subject().group() + " has committed on "
                + model.profile().name() + ". Its members start there. "
                + model.effect().summaryProperty().get();
        dialogs.confirm(
                new Dialogs.Confirmation(
                        SeekWords.title(model.subject()),
                        effect,
                        model.effect().applyTextProperty().get(),
                        model.subject().group()),
                model::apply);
    }

    private void offerHistory() {
        history.getItems().clear();
        model.moves().of(model.subject()).forEach(this::offer);
        Shown.set(history, !history.getItems().isEmpty());
    }

    private void offer(SeekHistory.Entry entry) {
        String at = new Times(model.zone()).clock(entry.at());
        String words = "Back to before " + at + ", " + entry.what() + " ("
                + Counted.of(entry.targets().size(), "partition") + ")";
        history.getItems().add(Controls.dataItem(words, () -> model.partitions().restore(entry)));
    }

    private void chooseFile() {
        String name = FileNames.of(
                SeekWords.title(model.subject())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-"),
                ".csv");
        Dialogs.FileRequest request =
                new Dialogs.FileRequest("Export the preview", name, "Comma-separated values", List.of("*.csv"));
        dialogs.saveFile(request, this::write);
    }

    private void write(Path file) {
        String text = model.partitions().csv();
        writing.start(
                () -> Files.writeString(file, text),
                written -> hint.setText("Exported to " + file.getFileName() + "."),
                thrown -> dialogs.error(failure(file, thrown)));
    }

    private static BrokerFailure failure(Path file, Throwable thrown) {
        return new BrokerFailure(
                "The preview could not be written to " + file + ".",
                String.valueOf(thrown.getMessage()),
                List.of("Choose another folder", "Check that there is room and that you may write there"),
                thrown.toString(),
                BrokerFailure.Kind.FATAL);
    }
}
