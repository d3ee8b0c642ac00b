package dev.surveyor.ui.groups;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.EmptyState;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of a group: head, lanes, controls of the selected member, history. */
public final class GroupView extends VBox {

    private static final List<Duration> RANGES = List.of(
            Duration.ofSeconds(30),
            GroupViewModel.FIRST_RANGE,
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private static final double WIDE = 900;

    private final GroupViewModel model;
    private final Label id = new Label();
    private final Dot stateDot = new Dot(Dot.Kind.MUTED);
    private final Label state = new Label();
    private final Label protocol = new Label();
    private final Label epochWord = new Label();
    private final Label epoch = new Label();
    private final Label members = new Label();
    private final Label lagWord = new Label("lag");
    private final Label lag = new Label();
    private final MenuButton range = new MenuButton();
    private final ToggleButton pause = new ToggleButton("Pause _view", new FontIcon(Feather.PAUSE));
    private final Button seek = new Button("_Seek, reset\u2026");
    private final Button add = new Button("_Member", new FontIcon(Feather.PLUS));
    private final AddMemberPane form;
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private final LaneAxis axis;
    private final LaneChart chart;
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane empty = new StackPane();
    private final MemberBar bar;
    private final RebalanceTable table;

    /**
     * Draws a group.
     *
     * @param model what to draw
     * @param zone in which times are written
     * @param clipboards takes copies of rows
     * @param openSeek opens the dialog that sets the commits of the group
     */
    public GroupView(GroupViewModel model, ObservableValue<ZoneId> zone, Clipboards clipboards, Runnable openSeek) {
        this.model = model;
        this.axis = new LaneAxis(zone);
        this.chart = new LaneChart(axis, model.chartProperty().get(), key -> model.selectedLaneProperty()
                .set(key));
        this.bar = new MemberBar(model);
        this.table = new RebalanceTable(model.rows(), zone, clipboards);
        this.form = new AddMemberPane(model, this::started, () -> showForm(false));
        getStyleClass().add("group-view");
        getStylesheets()
                .add(Objects.requireNonNull(GroupView.class.getResource("groups.css"))
                        .toExternalForm());
        getChildren().addAll(head(), form, banner, axis, lanes(), empty(), bar, table);
        banner.setId("group-failure");
        banner.button("group-failure-copy", "Copy", () -> copyFailure(clipboards));
        banner.button("group-failure-dismiss", "Dismiss", model::dismissFailure);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(26 * 4);
        table.setPrefHeight(26 * 6);
        showForm(false);
        seek.setOnAction(pressed -> openSeek.run());
        bind(zone);
    }

    private HBox head() {
        id.setId("group-id");
        id.setText(model.groupId());
        id.getStyleClass().add("title-15");
        id.setMinWidth(48);
        HBox tag = new HBox(stateDot, state);
        tag.setId("group-state-tag");
        tag.getStyleClass().add("group-state");
        tag.setAlignment(Pos.CENTER_LEFT);
        tag.setMaxHeight(Region.USE_PREF_SIZE);
        state.setId("group-state");
        protocol.setId("group-protocol");
        epoch.setId("group-epoch");
        members.setId("group-member-count");
        lag.setId("group-lag");
        protocol.getStyleClass().addAll("body-12", "muted");
        epochWord.getStyleClass().addAll("body-12", "muted");
        epoch.getStyleClass().addAll("body-12", "semibold");
        members.getStyleClass().addAll("body-12", "muted");
        lagWord.getStyleClass().addAll("body-12", "muted");
        lag.getStyleClass().addAll("body-12", "semibold");
        protocol.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        range.setId("group-range");
        range.setTooltip(new Tooltip("How much time the lanes show"));
        for (Duration each : RANGES) {
            MenuItem item = new MenuItem(words(each));
            item.setOnAction(chosen -> model.rangeProperty().set(each));
            range.getItems().add(item);
        }
        pause.setId("group-pause-view");
        pause.setMnemonicParsing(true);
        pause.setTooltip(new Tooltip("Lets the picture stand still; members go on, and events are collected"));
        seek.setId("group-seek");
        seek.setMnemonicParsing(true);
        seek.setTooltip(new Tooltip("Sets the committed offsets of this group, while it has no members"));
        add.setId("group-member-add");
        add.setMnemonicParsing(true);
        add.getStyleClass().add("accent");
        add.setTooltip(new Tooltip("Starts one or more members in this app"));
        HBox numbers = new HBox(12, tag, protocol, new HBox(4, epochWord, epoch), members, new HBox(4, lagWord, lag));
        numbers.setAlignment(Pos.CENTER_LEFT);
        numbers.getChildren().forEach(child -> {
            if (child instanceof HBox pair) {
                pair.setAlignment(Pos.CENTER_LEFT);
                pair.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        numbers.setMinWidth(0);
        members.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, id, numbers, space, range, pause, seek, add);
        for (Region fixed : List.of(range, pause, seek, add)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        head.getStyleClass().add("group-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ScrollPane lanes() {
        scroll.setContent(chart);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(96);
        scroll.setMaxHeight(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("group-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        return scroll;
    }

    private StackPane empty() {
        EmptyState nothing = new EmptyState(
                Feather.USERS,
                "No member of this group has been seen",
                "Start one or more members here, or let another program join: what happens appears as lanes over time");
        Button first = nothing.button("group-empty-add", "Add member", () -> showForm(true));
        first.visibleProperty().bind(form.visibleProperty().not());
        empty.getChildren().add(nothing);
        empty.getStyleClass().add("group-empty");
        return empty;
    }

    private void bind(ObservableValue<ZoneId> zone) {
        range.textProperty().bind(model.rangeProperty().map(GroupView::words));
        model.pausedProperty().bindBidirectional(pause.selectedProperty());
        pause.selectedProperty().addListener((at, old, now) -> {
            showPause();
            pause.setGraphic(new FontIcon(now ? Feather.PLAY : Feather.PAUSE));
        });
        add.setOnAction(pressed -> showForm(!form.isVisible()));
        model.chartProperty().addListener((at, old, now) -> draw());
        model.selectedLaneProperty().addListener((at, old, now) -> draw());
        model.headProperty().addListener((at, old, now) -> showHead(now));
        widthProperty().addListener((at, old, now) -> {
            showProtocol(model.headProperty().get());
            showPause();
        });
        model.failureProperty().addListener((at, old, now) -> showFailure(now));
        table.getSelectionModel().selectedItemProperty().addListener((at, old, row) -> select(row));
        showHead(model.headProperty().get());
        showFailure(model.failureProperty().get());
        ZoneTimes.follow(this, zone, times -> draw());
    }

    private void select(@Nullable RebalanceRow row) {
        if (row != null) {
            model.selectedLaneProperty().set(row.lane());
        }
    }

    private void draw() {
        ChartModel now = model.chartProperty().get();
        boolean nothing = now.lanes().isEmpty();
        visible(empty, nothing);
        visible(axis, !nothing);
        visible(scroll, !nothing);
        visible(bar, !nothing);
        visible(table, !nothing || !model.rows().isEmpty());
        VBox.setVgrow(empty, nothing ? Priority.ALWAYS : Priority.NEVER);
        chart.show(now, model.selectedLaneProperty().get());
        bar.show(model.selected());
        table.epochWord(now.epochWord());
    }

    private void showHead(GroupHead head) {
        state.setText(head.state());
        stateDot.setKind(
                switch (head.tone()) {
                    case GOOD -> Dot.Kind.OK;
                    case MOVING -> Dot.Kind.WARN;
                    case QUIET -> Dot.Kind.MUTED;
                });
        for (GroupHead.Tone tone : GroupHead.Tone.values()) {
            Styles.set(state.getParent(), tone.name().toLowerCase(java.util.Locale.ROOT), tone == head.tone());
        }
        state.setTooltip(new Tooltip(head.meaning()));
        showProtocol(head);
        epochWord.setText(head.epoch().isEmpty() ? "" : head.epochWord());
        epoch.setText(head.epoch());
        members.setText(head.members() + (head.members() == 1 ? " member" : " members"));
        lag.setText(head.lag().isPresent() ? Numbers.grouped(head.lag().getAsLong()) : "—");
        Styles.set(lag, "warn", head.lag().orElse(0) > 0);
    }

    /** Where there is little room, the icon says it alone. */
    private void showPause() {
        String words = pause.isSelected() ? "Resume _view" : "Pause _view";
        pause.setText(words);
        pause.setContentDisplay(getWidth() < WIDE ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        pause.setAccessibleText(words.replace("_", ""));
    }

    /** Where there is little room, the tooltip has what the label leaves out. */
    private void showProtocol(GroupHead head) {
        String all = head.protocol().isEmpty()
                ? ""
                : head.protocol() + " protocol" + (head.assignor().isEmpty() ? "" : " · " + head.assignor());
        protocol.setText(getWidth() < WIDE ? head.protocol() : all);
        protocol.setTooltip(all.isEmpty() ? null : new Tooltip(all));
    }

    private void showFailure(@Nullable BrokerFailure failure) {
        banner.setVisible(failure != null);
        if (failure != null) {
            banner.say(failure);
        }
    }

    private void copyFailure(Clipboards clipboards) {
        BrokerFailure failure = model.failureProperty().get();
        if (failure != null) {
            clipboards.copy(failure.report());
        }
    }

    private void showForm(boolean show) {
        visible(form, show);
        if (show) {
            model.askForTopics();
            form.focusFirst();
        }
    }

    private void started() {
        showForm(false);
        chart.requestFocus();
    }

    /** Puts the focus on the lanes, or on the button that makes the first one. */
    void focusFirst() {
        (model.chartProperty().get().lanes().isEmpty() ? add : chart).requestFocus();
    }

    private static String words(Duration range) {
        long seconds = range.toSeconds();
        return "Last " + (seconds < 120 ? seconds + " s" : seconds / 60 + " min");
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
