package dev.surveyor.ui.producer;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.EdgeHandle;
import dev.surveyor.ui.parts.EdgeHandle.Side;
import dev.surveyor.ui.parts.StyleSheets;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws the producer page: the form above, what became of the sends below. */
final class ProducerView extends VBox {

    private static final double NARROW = 900;
    private static final double PANE_WIDTH = 472;
    private static final double LEAST_PANE = 300;
    private static final double FORM_HEIGHT = 260;
    private static final double LEAST_FORM = 112;

    /** What topic, key, send bar and a few deliveries need beside the form's value. */
    private static final double REST = 290;

    private final ProducerViewModel model;
    private final TargetBar target;
    private final DropTarget drops;
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private boolean held;

    ProducerView(ProducerContext context, ProducerViewModel model) {
        this.model = model;
        getStylesheets().add(StyleSheets.of(ProducerView.class));
        getStyleClass().add("producer");
        setId("producer-page");
        target = new TargetBar(model);
        ValuePane value = new ValuePane(context, model.form().value());
        HeadersPane headers =
                new HeadersPane(model.form().headers(), context.toolkit().clipboards());
        value.tabTo(headers.first());
        drops = new ProducerDrop(model, value::read, this::show);
        DropTarget.on(this, drops);
        HBox body = body(context, value, headers);
        DeliveryPane deliveries = new DeliveryPane(model, context.toolkit().zone());
        VBox.setVgrow(deliveries, Priority.ALWAYS);
        banner.setId("producer-banner");
        banner.setVisible(false);
        SendBar send = new SendBar(model);
        widthProperty().addListener((at, old, now) -> {
            boolean narrow = now.doubleValue() < NARROW;
            if (narrow != (old.doubleValue() < NARROW) || old.doubleValue() == 0) {
                target.setNarrow(narrow);
                value.setNarrow(narrow);
                headers.setNarrow(narrow);
                send.setNarrow(narrow);
                deliveries.setNarrow(narrow);
            }
        });
        EdgeHandle edge = new EdgeHandle(
                        "producer-deliveries-edge", "Height of the form", body, Side.ABOVE, LEAST_FORM, REST)
                .remember(context.toolkit().settings(), "producer.form-height");
        edge.sizeProperty().subscribe(chosen -> body.setPrefHeight(edge.sizeOr(FORM_HEIGHT)));
        getChildren().addAll(banner, target, body, send, edge, deliveries, new FlushStrip(model.flush()));
        bind();
    }

    /** Value and headers side by side, half of the width each unless that was changed. */
    private static HBox body(ProducerContext context, ValuePane value, HeadersPane headers) {
        EdgeHandle edge = new EdgeHandle(
                        "producer-headers-edge",
                        "Width of the headers",
                        headers,
                        Side.RIGHT,
                        LEAST_PANE,
                        LEAST_PANE + 48)
                .remember(context.toolkit().settings(), "producer.headers-width");
        edge.getStyleClass().add("quiet");
        HBox.setMargin(edge, new Insets(36, 6, 8, 5));
        value.setMinWidth(LEAST_PANE);
        headers.setMinWidth(LEAST_PANE);
        value.setPrefWidth(PANE_WIDTH);
        HBox.setHgrow(value, Priority.ALWAYS);
        edge.sizeProperty().subscribe(width -> {
            boolean usual = Double.isNaN(width.doubleValue());
            headers.setPrefWidth(edge.sizeOr(PANE_WIDTH));
            HBox.setHgrow(headers, usual ? Priority.ALWAYS : Priority.SOMETIMES);
        });
        HBox body = new HBox(value, edge, headers);
        body.getStyleClass().add("form-body");
        body.setMinHeight(LEAST_FORM);
        return body;
    }

    /** Returns what can be dropped on the page. */
    DropTarget drops() {
        return drops;
    }

    void focusFirst() {
        target.focus();
    }

    private void bind() {
        showWhenFailed(model.failureProperty());
        showWhenFailed(model.form().target().failureProperty());
        showWhenFailed(model.flush().failureProperty());
        banner.button("producer-banner-close", "Close", () -> banner.setVisible(false));
        addEventFilter(KeyEvent.KEY_PRESSED, this::sendOnce);
        addEventFilter(KeyEvent.KEY_RELEASED, event -> held &= event.getCode() != KeyCode.ENTER);
    }

    /** A key that is held comes again and again. Any other key ends that too: a release outside the window is not seen. */
    private void sendOnce(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER;
        if (enter && event.isShortcutDown()) {
            event.consume();
            if (!held) {
                model.send();
            }
        }
        held = enter && event.isShortcutDown();
    }

    private void showWhenFailed(ObservableValue<@Nullable BrokerFailure> source) {
        source.addListener((at, old, now) -> show(now));
        show(source.getValue());
    }

    void show(@Nullable BrokerFailure failure) {
        if (failure != null) {
            banner.say(failure);
        }
        banner.setVisible(failure != null);
    }
}
