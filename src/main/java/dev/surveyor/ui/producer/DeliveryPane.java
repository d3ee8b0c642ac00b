package dev.surveyor.ui.producer;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.ui.parts.ChipMenu;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of the sends: a row each, or the shared stream of events; the counts add up to what was sent. */
final class DeliveryPane extends VBox {

    /** The counts go on in a second line before the bar is wider than the page. */
    private static final double LEAST_COUNTS = 160;

    private static final String NOT_CONFIRMED = "Not confirmed in time";

    private final ProducerViewModel model;
    private final ObservableValue<ZoneId> zone;

    private final SegmentedControl<ReportRoute> route = new SegmentedControl<>(
            "producer-delivery-route",
            choice -> choice == ReportRoute.OWN_PANEL ? "Per record" : "Event stream",
            List.of(ReportRoute.OWN_PANEL, ReportRoute.EVENT_STREAM));
    private final Label title = new Label("Delivery");
    private final ChipMenu filter = new ChipMenu("producer-delivery-filter", "All states", null);
    private final Label queued = count("producer-queued", "muted");
    private final Label inFlight = count("producer-in-flight", "accent");
    private final Label acked = count("producer-acked", "ok");
    private final Label unanswered = count("producer-unanswered", "warn");
    private final Label failed = count("producer-failed", "danger");
    private final Label sent = count("producer-sent", "muted");
    private final Label latency = count("producer-latency", "muted");
    private final Label evicted = new Label();
    private final TableView<DeliveryRow> table;
    private final ListView<ClientEvent> events = new ListView<>();

    DeliveryPane(ProducerViewModel model, ObservableValue<ZoneId> zone) {
        this.model = model;
        this.zone = zone;
        this.table = DeliveryTable.make(model, zone);
        getStyleClass().add("delivery-pane");
        StackPane lists = new StackPane(table, events());
        lists.getStyleClass().add("delivery-lists");
        table.setMinHeight(0);
        VBox.setVgrow(lists, Priority.ALWAYS);
        getChildren().addAll(bar(), lists, evicted, streamed());
        bind();
    }

    /** Leaves out the title, the latency, and the columns of size and tag. */
    void setNarrow(boolean narrow) {
        title.setVisible(!narrow);
        latency.setVisible(!narrow);
        DeliveryTable.setNarrow(table, narrow);
    }

    private HBox bar() {
        title.getStyleClass().add("semibold");
        Uncut.keep(title);
        Shown.foldHidden(title, latency);
        Uncut.keep(route);
        route.segment(ReportRoute.OWN_PANEL)
                .setTooltip(new Tooltip("Reports of the next sends come to this list and not to the shared stream"));
        route.segment(ReportRoute.EVENT_STREAM)
                .setTooltip(new Tooltip("Reports of the next sends go to the stream that all clients share"));
        filter.getItems().add(choice("All states", null));
        for (DeliveryRow.State state : DeliveryRow.State.values()) {
            filter.getItems().add(choice("Only " + state, state));
        }
        Shown.foldHidden(unanswered);
        unanswered.setTooltip(new Tooltip("Sent with acks=0: no broker was asked to confirm it, so nobody knows"));
        FlowPane counts = new FlowPane(
                16,
                4,
                icon(Feather.CLOCK, "muted", queued),
                icon(Feather.LOADER, "accent", inFlight),
                icon(Feather.CHECK, "ok", acked),
                icon(Feather.ARROW_UP_RIGHT, "warn", unanswered),
                icon(Feather.X, "danger", failed),
                sent,
                latency);
        counts.setAlignment(Pos.CENTER_RIGHT);
        counts.setPrefWrapLength(LEAST_COUNTS);
        HBox.setHgrow(counts, Priority.ALWAYS);
        HBox bar = new HBox(16, title, route, filter, counts);
        bar.getStyleClass().add("delivery-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private ListView<ClientEvent> events() {
        events.setId("producer-events");
        events.setFixedCellSize(22);
        events.setItems(model.stream().shown());
        events.setCellFactory(ignored -> new EventCell(zone));
        Label none = new Label("No reports in the shared stream yet. What is sent from now on is reported here.");
        none.getStyleClass().addAll("body-12", "muted");
        events.setPlaceholder(none);
        return events;
    }

    /** Says which sends have no row, so that the rows and the counts add up. */
    private HBox streamed() {
        Label words = new Label();
        words.setId("producer-streamed");
        words.getStyleClass().add("caption");
        words.textProperty()
                .bind(model.deliveries()
                        .streamedProperty()
                        .map(count -> Counted.of(count.longValue(), "send reports", "sends report")
                                + " to Events, the stream of all clients of this connection, and "
                                + Counted.word(count.longValue(), "has", "have") + " no row here."));
        Hyperlink open = Controls.link("producer-streamed-open", "Open Events", "", model::showEvents, "caption");
        HBox line = new HBox(4, words, open);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("evicted");
        Shown.when(line, model.deliveries().streamedProperty().greaterThan(0));
        return line;
    }

    private void bind() {
        route.valueProperty().bindBidirectional(model.routeProperty());
        table.visibleProperty().bind(model.routeProperty().isEqualTo(ReportRoute.OWN_PANEL));
        events.visibleProperty().bind(table.visibleProperty().not());
        Shown.when(filter, table.visibleProperty());
        model.countsProperty().addListener((at, old, now) -> show(now));
        show(model.countsProperty().get());
        latency.textProperty().bind(model.deliveries().latencyProperty());
        latency.setTooltip(new Tooltip("Time to the acknowledgement of the last 2 000: median and 99th percentile"));
        evicted.setId("producer-deliveries-evicted");
        evicted.getStyleClass().addAll("caption", "evicted");
        evicted.setVisible(false);
        Shown.foldHidden(evicted);
        model.deliveries().evictedProperty().addListener((at, old, now) -> {
            evicted.setVisible(true);
            evicted.setText("The last " + Numbers.grouped(DeliveryList.CAPACITY) + " sends are listed; "
                    + Numbers.grouped(now.longValue()) + " older ones gave way.");
        });
        model.stream().shown().addListener((ListChangeListener<ClientEvent>)
                change -> events.scrollTo(events.getItems().size() - 1));
        model.flush().stateProperty().addListener((at, old, now) -> {
            if (now == Flush.State.TIMED_OUT) {
                filter.setText(NOT_CONFIRMED);
            }
        });
        ZoneTimes.follow(events, zone, times -> events.refresh());
        table.setOnKeyPressed(event -> {
            DeliveryRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && row != null) {
                model.open(row);
                event.consume();
            }
        });
    }

    private MenuItem choice(String words, DeliveryRow.@Nullable State state) {
        return Controls.dataItem(words, () -> {
            filter.setText(words);
            model.deliveries().showOnly(state);
        });
    }

    private void show(Counts counts) {
        queued.setText("queued " + Numbers.grouped(counts.queued()));
        inFlight.setText("in flight " + Numbers.grouped(counts.inFlight()));
        acked.setText("acked " + Numbers.grouped(counts.acknowledged()));
        unanswered.setVisible(counts.unanswered() > 0);
        unanswered.setText("no answer " + Numbers.grouped(counts.unanswered()));
        failed.setText("failed " + Numbers.grouped(counts.failed()));
        sent.setText("= " + Numbers.grouped(counts.sent()) + " sent");
    }

    private static Label count(String id, String kind) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("body-12", "medium", kind);
        Uncut.keep(label);
        return label;
    }

    private static Label icon(Feather icon, String kind, Label label) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().addAll("small-icon", kind);
        label.setGraphic(picture);
        return label;
    }

    /** An event as its line of text. */
    private static final class EventCell extends FilledListCell<ClientEvent> {
        private final ObservableValue<ZoneId> zone;

        EventCell(ObservableValue<ZoneId> zone) {
            this.zone = zone;
            getStyleClass().add("mono");
        }

        @Override
        protected void show(ClientEvent event) {
            setText(new Times(zone.getValue()).time(event.at()) + "  " + event.client() + "  " + event.text());
        }
    }
}
