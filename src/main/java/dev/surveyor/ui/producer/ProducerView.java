package dev.surveyor.ui.producer;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.DropTarget;
import java.net.URL;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws the producer page: the form above, what became of the sends below. */
final class ProducerView extends VBox {

    private static final double NARROW = 900;

    private final ProducerViewModel model;
    private final TargetBar target;
    private final DropTarget drops;
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private boolean held;

    ProducerView(ProducerContext context, ProducerViewModel model) {
        this.model = model;
        URL sheet = Objects.requireNonNull(ProducerView.class.getResource("producer.css"));
        getStylesheets().add(sheet.toExternalForm());
        getStyleClass().add("producer");
        setId("producer-page");
        target = new TargetBar(model);
        ValuePane value = new ValuePane(context, model.form().value());
        HeadersPane headers = new HeadersPane(model.form().headers(), context.clipboards());
        value.tabTo(headers.first());
        drops = new ProducerDrop(model, value::read, this::show);
        DropTarget.on(this, drops);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox.setHgrow(headers, Priority.ALWAYS);
        HBox body = new HBox(16, value, headers);
        body.getStyleClass().add("form-body");
        DeliveryPane deliveries = new DeliveryPane(model, context.zone());
        VBox.setVgrow(deliveries, Priority.ALWAYS);
        banner.setId("producer-banner");
        banner.setVisible(false);
        SendBar send = new SendBar(model);
        widthProperty().addListener((at, old, now) -> {
            boolean narrow = now.doubleValue() < NARROW;
            if (narrow != (old.doubleValue() < NARROW) || old.doubleValue() == 0) {
                value.setNarrow(narrow);
                headers.setNarrow(narrow);
                send.setNarrow(narrow);
                deliveries.setNarrow(narrow);
            }
        });
        getChildren().addAll(banner, target, body, send, deliveries, new FlushStrip(model.flush()));
        bind();
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

    private void show(@Nullable BrokerFailure failure) {
        if (failure != null) {
            banner.say(failure);
        }
        banner.setVisible(failure != null);
    }
}
