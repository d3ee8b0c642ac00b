package dev.surveyor.ui.groups;

import dev.surveyor.service.group.GroupHead;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line about a group above its lanes: how it is, and what can be done with it. */
final class GroupHeadBar extends HBox {

    private static final List<Duration> RANGES = List.of(
            Duration.ofSeconds(30),
            GroupChart.FIRST_RANGE,
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
    private final ToggleButton pause = Controls.withIcon(
            Feather.PAUSE,
            Controls.toggle(
                    "group-pause-view",
                    "Pause _view",
                    "Lets the picture stand still; members go on, and events are collected"));
    private final Button seek = Controls.button(
            "group-seek", "_Seek, reset\u2026", "Sets the committed offsets of this group, while it has no members");
    private final Button add = Controls.withIcon(
            Feather.PLUS,
            Controls.button("group-member-add", "_Member", "Starts one or more members in this app", "accent"));

    /**
     * @param whenAdding opens or closes the form of a new member
     * @param openSeek opens the dialog that sets the commits of the group
     */
    GroupHeadBar(GroupViewModel model, Runnable whenAdding, Runnable openSeek) {
        this.model = model;
        parts();
        bind(whenAdding, openSeek);
    }

    /** Returns the button that opens the form of a new member. */
    Button add() {
        return add;
    }

    private void parts() {
        id.setId("group-id");
        id.setText(model.groupId());
        id.getStyleClass().add("title-15");
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
        Uncut.keep(protocol);
        range.setId("group-range");
        range.setTooltip(new Tooltip("How much time the lanes show"));
        for (Duration each : RANGES) {
            range.getItems().add(Controls.dataItem(words(each), () -> model.rangeProperty()
                    .set(each)));
        }
        HBox numbers = new HBox(12, tag, protocol, new HBox(4, epochWord, epoch), members, new HBox(4, lagWord, lag));
        numbers.setAlignment(Pos.CENTER_LEFT);
        numbers.getChildren().forEach(child -> {
            if (child instanceof HBox pair) {
                pair.setAlignment(Pos.CENTER_LEFT);
                Uncut.keep(pair);
            }
        });
        numbers.setMinWidth(0);
        Uncut.keep(members);
        getChildren().addAll(id, numbers, new Spacer(), range, pause, seek, add);
        Uncut.keep(range, pause, seek, add);
        getStyleClass().add("group-head");
        setAlignment(Pos.CENTER_LEFT);
    }

    private void bind(Runnable whenAdding, Runnable openSeek) {
        range.textProperty().bind(model.rangeProperty().map(GroupHeadBar::words));
        model.pausedProperty().bindBidirectional(pause.selectedProperty());
        pause.selectedProperty().addListener((at, old, now) -> {
            showButtons();
            pause.setGraphic(new FontIcon(now ? Feather.PLAY : Feather.PAUSE));
        });
        add.setOnAction(pressed -> whenAdding.run());
        seek.setOnAction(pressed -> openSeek.run());
        model.headProperty().addListener((at, old, now) -> show(now));
        widthProperty().addListener((at, old, now) -> {
            showProtocol(model.headProperty().get());
            showButtons();
        });
        show(model.headProperty().get());
    }

    private void show(GroupHead head) {
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
        showProtocol(head);
        epochWord.setText(head.epoch().isEmpty() ? "" : head.epochWord());
        epoch.setText(head.epoch());
        members.setText(head.members().words());
        lag.setText(GroupLags.text(head.lag()));
        String note = GroupLags.note(head.lag());
        String least = head.lag().uncounted().isEmpty() ? "" : "At least this much; ";
        lag.setTooltip(note.isEmpty() ? null : new Tooltip(least + note));
        Styles.set(lag, "warn", GroupLags.worthALook(head.lag()));
    }

    /** Where there is little room, the tooltip of the state has it alone. */
    private void showProtocol(GroupHead head) {
        String all = head.protocol().isEmpty()
                ? ""
                : head.protocol() + (head.assignor().isEmpty() ? "" : " · " + head.assignor());
        protocol.setText(all);
        Shown.set(protocol, !narrow());
        state.setTooltip(new Tooltip(all.isEmpty() ? head.meaning() : head.meaning() + "\n" + all));
    }

    private boolean narrow() {
        return getWidth() < WIDE;
    }

    /** Where there is little room, the icon says it alone. */
    private void showButtons() {
        String words = pause.isSelected() ? "Resume _view" : "Pause _view";
        pause.setText(words);
        pause.setContentDisplay(narrow() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        pause.setAccessibleText(words.replace("_", ""));
        seek.setText(narrow() ? "_Seek\u2026" : "_Seek, reset\u2026");
    }

    private static String words(Duration range) {
        long seconds = range.toSeconds();
        return "Last " + (seconds < 120 ? seconds + " s" : seconds / 60 + " min");
    }
}
