package dev.surveyor.ui.records.page;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip above the rows: what happened, why, and what to do, while it lasts. */
public final class NoticeStrip extends HBox {

    private static final StyleFamily TONES = new StyleFamily("danger", "warn", "info");

    private static final List<Integer> FACTORS = List.of(2, 5, 10);

    private final RecordTableViewModel model;
    private final Dialogs dialogs;
    private final Label title = new Label();
    private final Label text = new Label();
    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final StackPane words = new StackPane();
    private final HBox buttons = new HBox(8);
    private Class<? extends Notice> shown = Notice.None.class;

    public NoticeStrip(RecordTableViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        setId("records-banner");
        getStyleClass().addAll("notice-strip", "tinted");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("records-banner-title");
        title.getStyleClass().add("notice-title");
        text.setId("records-banner-text");
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        Uncut.keep(title);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Uncut.keep(buttons);
        getChildren().addAll(icon, words, buttons);
        model.notices().shownProperty().addListener((source, before, now) -> show(now));
        show(model.notices().shownProperty().get());
    }

    private void show(Notice notice) {
        boolean another = !notice.getClass().equals(shown) || notice instanceof Notice.NotHere;
        shown = notice.getClass();
        Shown.set(this, !(notice instanceof Notice.None));
        if (notice instanceof Notice.BrokerGone gone) {
            say("danger", Feather.WIFI_OFF, gone.failure().what(), gone.progress());
            if (another) {
                brokerGoneButtons(gone.failure());
            }
        } else if (notice instanceof Notice.Failed failed) {
            say(
                    "danger",
                    Feather.ALERT_CIRCLE,
                    failed.failure().what(),
                    failed.failure().whyAndRemedy());
            if (another) {
                buttons.getChildren()
                        .setAll(
                                button("records-banner-start", "Start again", model.consume()::start),
                                details(failed.failure()));
            }
        } else if (notice instanceof Notice.BufferFull) {
            say(
                    "warn",
                    Feather.PAUSE_CIRCLE,
                    "Buffer full:",
                    "paused so your place stays. Nothing is lost, lag counts up.");
            if (another) {
                bufferFullButtons();
            }
        } else if (notice instanceof Notice.Missing missing) {
            say("warn", Feather.ALERT_TRIANGLE, Troubles.listed(missing.troubles()) + ".", meanwhile(missing));
            buttons.getChildren().clear();
        } else if (notice instanceof Notice.NotHere missing) {
            notHere(missing);
        } else if (notice instanceof Notice.Told told) {
            say("info", Feather.INFO, told.what(), told.more());
            buttons.getChildren().setAll(closeButton());
        } else if (notice instanceof Notice.Offer offer) {
            say("info", Feather.INFO, offer.what(), offer.more());
            buttons.getChildren().setAll(button("records-banner-offer", offer.verb(), offer.action()), closeButton());
        } else if (notice instanceof Notice.Undoable undoable) {
            say("info", Feather.TRASH_2, undoable.what(), undoable.more());
            Button undo = button("records-banner-undo", "Undo", () -> {
                undoable.undo().run();
                model.notices().dismiss();
            });
            buttons.getChildren().setAll(undo, closeButton());
        }
    }

    private static String meanwhile(Notice.Missing missing) {
        int count = missing.troubles().size();
        String others = missing.others() == 0
                ? ""
                : "The other " + Counted.of(missing.others(), "partition is read.", "partitions are read.") + " ";
        boolean mayPass = missing.troubles().stream().allMatch(PartitionTrouble::mayPass);
        return others
                + (mayPass
                        ? Counted.word(count, "Its", "Their") + " records come by themselves when "
                                + Counted.word(count, "it is back.", "they are back.")
                        : "Ask for the right to read " + Counted.word(count, "it", "them") + ", or leave "
                                + Counted.word(count, "it", "them") + " out.");
    }

    private void say(String kind, Feather symbol, String what, String rest) {
        TONES.wear(this, kind);
        icon.setIconCode(symbol);
        boolean twoLines = kind.equals("danger") || shown.equals(Notice.Missing.class);
        words.getChildren().setAll(twoLines ? new VBox(title, text) : oneLine());
        title.setText(what);
        text.setText(rest);
        setAccessibleText(what + " " + rest);
    }

    private HBox oneLine() {
        HBox line = new HBox(6, title, text);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void brokerGoneButtons(BrokerFailure failure) {
        buttons.getChildren()
                .setAll(
                        button("records-banner-retry", "Retry now", model.cluster()::checkNow),
                        button("records-banner-stop", "Stop", model.consume()::stop),
                        details(failure));
    }

    private Node details(BrokerFailure failure) {
        return Controls.link("records-banner-details", "Details", "", () -> dialogs.error(failure));
    }

    private void bufferFullButtons() {
        MenuButton raise = new MenuButton("Raise limit…");
        raise.setId("records-banner-raise");
        raise.getStyleClass().add("small");
        Uncut.keep(raise);
        BufferLimits now = model.feed().limits();
        for (int factor : FACTORS) {
            BufferLimits wanted = new BufferLimits(
                    (int) Math.min(Integer.MAX_VALUE, (long) now.records() * factor), now.bytes() * factor);
            MenuItem item = Controls.item(
                    "records-banner-raise-" + factor,
                    Counted.of(wanted.records(), "record") + " or " + Sizes.text(wanted.bytes()),
                    () -> model.raiseLimit(wanted));
            raise.getItems().add(item);
        }
        buttons.getChildren()
                .setAll(
                        raise,
                        button(
                                "records-banner-drop",
                                "Resume, drop oldest",
                                model.feed().position()::dropOldest));
    }

    private void notHere(Notice.NotHere missing) {
        PartitionOffset place = missing.place();
        if (missing.hiddenByFilter()) {
            boolean hiding = model.transactions().hiddenProperty().get();
            say(
                    "info",
                    Feather.INFO,
                    place + (hiding ? " is filtered out or hidden." : " does not match the filter."),
                    "It is in the buffer, but not shown.");
            buttons.getChildren()
                    .setAll(button("records-banner-clear-filter", hiding ? "Show all" : "Clear filter", () -> {
                        model.transactions().hiddenProperty().set(false);
                        model.filter().clear();
                        model.jump().to(place);
                    }));
        } else {
            say(
                    "info",
                    Feather.INFO,
                    place + " is not in the buffer.",
                    "It was not read, or it gave way to newer records.");
            buttons.getChildren().setAll(button("records-banner-seek", "Read from there", () -> model.jump()
                    .readFrom(place)));
        }
        buttons.getChildren().add(closeButton());
    }

    private Button closeButton() {
        Button close = Controls.withIcon(
                Feather.X, button("records-banner-close", "", model.notices()::dismiss, "button-icon", "flat"));
        close.setAccessibleText("Close this notice");
        return close;
    }

    private static Button button(String id, String words, Runnable action, String... styleClasses) {
        Button button = Controls.button(id, words, "", action, styleClasses);
        button.getStyleClass().add("small");
        Uncut.keep(button);
        return button;
    }
}
