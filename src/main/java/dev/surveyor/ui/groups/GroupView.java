package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.JoinAnswer;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.EdgeHandle;
import dev.surveyor.ui.parts.EmptyState;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of a group: head, lanes, controls of the selected member, history. */
final class GroupView extends VBox {

    private static final double LEAST_TABLE = 26 * 4;
    private static final double USUAL_TABLE = 26 * 6;
    private static final double LEAST_LANES = 96;

    /** The head, the axis, the least height of the lanes and the bar of the selected member. */
    private static final double LEAST_ABOVE = LEAST_LANES + 150;

    private final GroupViewModel model;
    private final GroupHeadBar head;
    private final AddMemberPane form;
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private final Banner trouble = new Banner(Banner.Kind.WARN);
    private final LaneAxis axis;
    private final LaneChart chart;
    private final ScrollPane scroll = new ScrollPane();
    private final EmptyState noLanes = new EmptyState(Feather.USERS, "", "");
    private final StackPane empty = new StackPane();
    private final MemberBar bar;
    private final RebalanceTable table;
    private final EdgeHandle edge;

    /**
     * Draws a group.
     *
     * @param model what to draw
     * @param toolkit about the connection; its settings keep how high the history is
     * @param openSeek opens the dialog that sets the commits of the group
     */
    GroupView(GroupViewModel model, Toolkit toolkit, Runnable openSeek) {
        this.model = model;
        this.head = new GroupHeadBar(model, () -> showForm(!formShown()), openSeek);
        this.axis = new LaneAxis(toolkit.zone());
        this.chart = new LaneChart(axis, model.chartProperty().get(), key -> model.selected()
                .keyProperty()
                .set(key));
        this.bar = new MemberBar(model.selected(), axis::time);
        this.table = new RebalanceTable(model.rows(), toolkit.zone(), toolkit.clipboards());
        this.form = new AddMemberPane(model, this::started, () -> showForm(false));
        getStyleClass().add("group-view");
        getStylesheets().add(StyleSheets.of(GroupView.class));
        this.edge = new EdgeHandle(
                        "group-events-edge",
                        "Height of the history",
                        table,
                        EdgeHandle.Side.BELOW,
                        LEAST_TABLE,
                        LEAST_ABOVE)
                .remember(toolkit.settings(), "group.history-height");
        getChildren().addAll(head, form, banner, trouble, axis, lanes(), empty(), bar, edge, table);
        trouble.setId("group-trouble");
        banner.setId("group-failure");
        banner.button("group-failure-copy", "Copy", () -> copyFailure(toolkit.clipboards()));
        banner.button("group-failure-dismiss", "Dismiss", model::dismissFailure);
        table.setMinHeight(LEAST_TABLE);
        edge.sizeProperty().subscribe(this::shareHeight);
        showForm(false);
        bind(toolkit.zone());
    }

    private ScrollPane lanes() {
        scroll.setContent(chart);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_LANES);
        scroll.getStyleClass().add("group-scroll");
        return scroll;
    }

    /** The lanes take what they need and the history the rest, unless somebody chose how high the history is. */
    private void shareHeight(Number chosen) {
        boolean usual = Double.isNaN(chosen.doubleValue());
        table.setPrefHeight(edge.sizeOr(USUAL_TABLE));
        VBox.setVgrow(table, usual ? Priority.ALWAYS : Priority.NEVER);
        VBox.setVgrow(scroll, usual ? Priority.SOMETIMES : Priority.ALWAYS);
        scroll.setPrefHeight(usual ? USE_COMPUTED_SIZE : LEAST_LANES);
        scroll.setMaxHeight(usual ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
    }

    private StackPane empty() {
        Button first = noLanes.button("group-empty-add", "Add member", () -> showForm(true));
        first.visibleProperty().bind(form.visibleProperty().not());
        empty.getChildren().add(noLanes);
        empty.getStyleClass().add("group-empty");
        return empty;
    }

    private void bind(ObservableValue<ZoneId> zone) {
        model.chartProperty().addListener((at, old, now) -> draw());
        model.selected().keyProperty().addListener((at, old, now) -> draw());
        model.failureProperty().addListener((at, old, now) -> showFailure(now));
        table.getSelectionModel().selectedItemProperty().addListener((at, old, row) -> select(row));
        showFailure(model.failureProperty().get());
        model.headProperty().addListener((at, old, now) -> showTroubles(now.troubles()));
        showTroubles(model.headProperty().get().troubles());
        ZoneTimes.follow(this, zone, times -> draw());
    }

    private void select(@Nullable RebalanceRow row) {
        if (row != null) {
            model.selected().keyProperty().set(row.lane());
        }
    }

    /** Members that left before the left edge of the lanes still have their rows below. */
    private void sayWhyEmpty() {
        if (model.form().joining() instanceof JoinAnswer.Refusal) {
            noLanes.say("No member of this group has been seen", "Its members appear as lanes over time");
        } else if (model.rows().isEmpty()) {
            noLanes.say(
                    "No member of this group has been seen",
                    "Start one or more members here, or let another program join: what happens appears as lanes over"
                            + " time");
        } else {
            noLanes.say(
                    "The group has no member now",
                    "What befell those that were here is listed below. Start one or more members here, or let another"
                            + " program join");
        }
    }

    private void draw() {
        ChartModel now = model.chartProperty().get();
        boolean nothing = now.lanes().isEmpty();
        sayWhyEmpty();
        Shown.set(empty, nothing);
        Shown.set(axis, !nothing);
        Shown.set(scroll, !nothing);
        Shown.set(bar, !nothing);
        Shown.set(table, !nothing || !model.rows().isEmpty());
        edge.setVisible(!nothing);
        VBox.setVgrow(empty, nothing ? Priority.ALWAYS : Priority.NEVER);
        chart.show(now, model.selected().keyProperty().get());
        bar.show(model.selected().lane());
        table.epochWord(now.epochWord());
    }

    private void showTroubles(List<PartitionTrouble> troubles) {
        trouble.setVisible(!troubles.isEmpty());
        if (!troubles.isEmpty()) {
            trouble.say(
                    Troubles.listed(troubles) + ".",
                    "Nobody reads there, whoever owns it, and the lag does not count it. Members go on by themselves"
                            + " when it answers again.");
        }
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
        Shown.set(form, show);
        if (show) {
            model.askForTopics();
            form.focusFirst();
        }
    }

    private boolean formShown() {
        return form.isVisible();
    }

    private void started() {
        showForm(false);
        chart.requestFocus();
    }

    /** Puts the focus on the lanes, or on the button that makes the first one. */
    void focusFirst() {
        (model.chartProperty().get().lanes().isEmpty() ? head.add() : chart).requestFocus();
    }
}
