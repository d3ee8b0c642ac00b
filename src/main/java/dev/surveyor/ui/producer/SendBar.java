package dev.surveyor.ui.producer;

import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.SingleClick;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How to send, how often, and the buttons that do it; below, why they cannot. */
final class SendBar extends VBox {

    private final ProducerViewModel model;
    private final SendOptions options;

    private final ComboBox<Acks> acks = Types.combo("producer-acks", List.of(Acks.ALL, Acks.LEADER, Acks.NONE));
    private final ComboBox<Compression> compression =
            Types.combo("producer-compression", List.of(Compression.values()));
    private final TextField linger = field("producer-linger");
    private final CheckBox idempotence = new CheckBox("idempotence");
    private final TextField repeat = field("producer-repeat");
    private final TextField rate = field("producer-rate");
    private final TextField timeout = field("producer-flush-timeout");
    private final Button flush = Controls.button(
            "producer-flush", "F_lush", "Wait until everything sent is acknowledged or has failed, or the time is up");
    private final Button stop =
            Controls.button("producer-stop", "Stop", "Send no more; what is queued already is still delivered");
    private final Button send = Controls.button("producer-send", "Send", "", "accent", "send");
    private final Label keys = new Label("Ctrl Enter");
    private final Label refusal = new Label();
    private final Hyperlink turnOff;
    private final Label origin = new Label();
    private final Hyperlink useConnection;
    private final Label reason = new Label();

    SendBar(ProducerViewModel model) {
        this.model = model;
        this.options = model.form().options();
        turnOff = Controls.link("producer-idempotence-off", "turn off", "", options::turnIdempotenceOff);
        useConnection =
                Controls.link("producer-connection-settings-use", "use the connection's", "", options::useConnection);
        getStyleClass().add("send-bar");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(controls(), notes());
        bind();
    }

    /** Leaves out what is only a hint. */
    void setNarrow(boolean narrow) {
        keys.setVisible(!narrow);
    }

    private HBox controls() {
        acks.setCellFactory(ignored -> new AcksCell(options));
        idempotence.setId("producer-idempotence");
        idempotence.setTooltip(new Tooltip("Retries cannot double a record; needs acks=all"));
        FlowPane how = new FlowPane(
                8,
                6,
                pair("a_cks", acks),
                pair("compression", compression),
                pair("linger", linger),
                idempotence,
                pair("_Repeat", repeat),
                pair("at", rate));
        how.getStyleClass().add("send-options");
        how.setAlignment(Pos.CENTER_LEFT);
        how.setMinWidth(0);
        HBox.setHgrow(how, Priority.ALWAYS);
        timeout.setAccessibleText("Time-out of the flush, in seconds");
        timeout.setTooltip(new Tooltip("Time-out of the flush"));
        Shown.foldHidden(stop);
        SingleClick.on(send);
        keys.getStyleClass().add("send-keys");
        Label words = new Label();
        words.textProperty().bind(model.sendTextProperty());
        words.getStyleClass().add("send-words");
        HBox face = new HBox(8, new FontIcon(Feather.SEND), words, keys);
        face.setAlignment(Pos.CENTER);
        Shown.foldHidden(keys);
        send.setGraphic(face);
        send.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox act = new HBox(8, timeout, flush, stop, send);
        act.setAlignment(Pos.CENTER_RIGHT);
        Uncut.keep(act);
        HBox row = new HBox(12, how, act);
        row.getStyleClass().add("send-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox notes() {
        refusal.setId("producer-acks-refusal");
        refusal.getStyleClass().addAll("body-12", "warn");
        reason.setId("producer-send-reason");
        reason.getStyleClass().addAll("body-12", "muted");
        for (Label words : List.of(refusal, reason, origin)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        Uncut.keep(turnOff);
        HBox refused = new HBox(6, refusal, turnOff);
        refused.setAlignment(Pos.CENTER_LEFT);
        Shown.when(refused, refusal.textProperty().isNotEmpty());
        origin.setId("producer-connection-settings");
        origin.getStyleClass().addAll("body-12", "muted");
        Shown.when(
                origin,
                origin.textProperty().isNotEmpty().and(refused.visibleProperty().not()));
        Uncut.keep(useConnection);
        Shown.when(useConnection, options.overriddenProperty().and(origin.visibleProperty()));
        HBox first = new HBox(8, refused, origin, useConnection);
        first.setAlignment(Pos.CENTER_LEFT);
        Shown.when(first, refused.visibleProperty().or(origin.visibleProperty()));
        Shown.whenWorded(reason);
        VBox notes = new VBox(2, first, reason);
        notes.getStyleClass().add("send-notes");
        Shown.when(notes, first.visibleProperty().or(reason.textProperty().isNotEmpty()));
        return notes;
    }

    private void bind() {
        acks.setValue(options.acksProperty().get());
        acks.valueProperty().addListener((at, old, now) -> {
            if (now != null && now != options.acksProperty().get()) {
                options.chooseAcks(now);
                acks.setValue(options.acksProperty().get());
            }
        });
        options.acksProperty().addListener((at, old, now) -> acks.setValue(now));
        compression.valueProperty().bindBidirectional(options.compressionProperty());
        linger.textProperty().bindBidirectional(options.lingerProperty());
        idempotence.setSelected(options.idempotenceProperty().get());
        idempotence.selectedProperty().addListener((at, old, now) -> {
            if (now != options.idempotenceProperty().get()) {
                options.setIdempotence(now);
            }
        });
        options.idempotenceProperty().addListener((at, old, now) -> idempotence.setSelected(now));
        refusal.textProperty().bind(options.refusalProperty());
        origin.textProperty().bind(options.originProperty());
        origin.setTooltip(new Tooltip());
        origin.getTooltip().textProperty().bind(origin.textProperty());
        repeat.textProperty().bindBidirectional(model.burst().countProperty());
        rate.textProperty().bindBidirectional(model.burst().rateProperty());
        rate.disableProperty().bind(model.burst().countProperty().isEqualTo("1"));
        timeout.textProperty().bindBidirectional(model.flush().timeoutProperty());
        flush.setOnAction(e -> model.flush().start());
        stop.visibleProperty().bind(model.burst().runningProperty());
        stop.setOnAction(e -> model.burst().stop());
        send.textProperty().bind(model.sendTextProperty());
        send.disableProperty().bind(model.sendReasonProperty().isNotEmpty());
        send.setOnAction(e -> model.send());
        reason.textProperty().bind(model.sendReasonProperty());
        model.flush().stateProperty().addListener(at -> showFlush());
        model.flush().timeoutProperty().addListener(at -> showFlush());
        showFlush();
    }

    private void showFlush() {
        boolean waiting = model.flush().stateProperty().get() == Flush.State.WAITING;
        String problem = model.flush().problem();
        flush.setText(waiting ? "Flushing" : "F_lush");
        flush.setDisable(waiting || !problem.isEmpty());
        timeout.getStyleClass().remove("invalid");
        timeout.setTooltip(new Tooltip(problem.isEmpty() ? "Time-out of the flush" : problem));
        if (!problem.isEmpty()) {
            timeout.getStyleClass().add("invalid");
        }
    }

    private static HBox pair(String words, Node control) {
        HBox pair = new HBox(8, Types.label(words, control), control);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private static TextField field(String id) {
        return Controls.field(id, "", "mono", "send-field");
    }

    /** A choice of acks, with the reason against it beside it. */
    private static final class AcksCell extends FilledListCell<Acks> {
        private final SendOptions options;

        AcksCell(SendOptions options) {
            this.options = options;
        }

        @Override
        protected void show(Acks acks) {
            String reason = options.reasonAgainst(acks);
            setText(reason.isEmpty() ? acks.toString() : acks + "   needs idempotence off");
            pseudoClassStateChanged(GREYED, !reason.isEmpty());
        }

        private static final javafx.css.PseudoClass GREYED = javafx.css.PseudoClass.getPseudoClass("greyed");
    }
}
