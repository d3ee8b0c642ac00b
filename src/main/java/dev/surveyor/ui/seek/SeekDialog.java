package dev.surveyor.ui.seek;

import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The seek dialog. Enter applies only while the focus is on the button: what the other fields hold is a preview, which is
 * to be read first.
 */
final class SeekDialog extends Sheet {

    private static final double WIDTH = 1000;

    private final SeekViewModel model;
    private final BiConsumer<String, Runnable> whenApplied;
    private final SeekTargetPane target;
    private final Banner banner = new Banner(Banner.Kind.DANGER);

    /**
     * @param model what it shows; closed with the dialog
     * @param dialogs asks for the file of the export
     * @param background writes it
     * @param uiExecutor the JavaFX thread
     * @param whenApplied told after a seek what was done, and how to undo it
     */
    SeekDialog(
            SeekViewModel model,
            Dialogs dialogs,
            Executor background,
            UiExecutor uiExecutor,
            BiConsumer<String, Runnable> whenApplied) {
        super("seek", "", model.profile(), WIDTH);
        this.model = model;
        this.whenApplied = whenApplied;
        getStylesheets().add(StyleSheets.of(SeekDialog.class));
        setId("seek-dialog");
        target = new SeekTargetPane(model);
        titleProperty().bind(model.subjectProperty().map(SeekWords::title));
        wordsProperty()
                .bind(model.subjectProperty()
                        .map(subject ->
                                SeekWords.subject(subject, model.profile().name())));
        SeekGrid grid = new SeekGrid(model);
        VBox.setVgrow(grid, Priority.ALWAYS);
        banner.setId("seek-banner");
        banner.setVisible(false);
        fillBody();
        add(banner, target, grid, new SeekNotes(model));
        new SeekFoot(model, dialogs, background, uiExecutor).fill(this);
        onClosed(model::close);
        bind();
    }

    /** Puts the focus on the first choice. */
    @Override
    public void focus() {
        target.focusFirst();
    }

    private void bind() {
        banner.button("seek-retry", "Try again", model::refresh);
        model.failureProperty().addListener((at, old, now) -> {
            banner.setVisible(now != null);
            if (now != null) {
                banner.say(now);
            }
        });
        if (model.failureProperty().get() != null) {
            banner.say(Objects.requireNonNull(model.failureProperty().get()));
            banner.setVisible(true);
        }
        model.moves().appliedProperty().addListener((at, old, now) -> {
            if (now != null) {
                finish(now);
            }
        });
    }

    private void finish(SeekHistory.Entry entry) {
        close();
        SeekSubject subject = model.subject();
        whenApplied.accept(SeekWords.done(subject, entry), () -> model.moves().undo(subject, entry));
    }
}
