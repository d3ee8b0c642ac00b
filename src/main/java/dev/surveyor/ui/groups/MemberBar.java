package dev.surveyor.ui.groups;

import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.OwnedSpan;
import dev.surveyor.ui.parts.PartitionChip;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the selected member owns, and what it can be told to do. */
final class MemberBar extends HBox {

    private static final double MAX_DELAY_MS = 2_000;
    private static final int MOST_CHIPS = 12;
    private static final int MOST_CHIPS_NARROW = 4;

    /** Below this width the words of the buttons are shortened. */
    private static final double NARROW = 860;

    private final SelectedMember member;
    private final Label name = new Label();
    private final Label owns = new Label("owns");
    private final HBox chips = new HBox(4);
    private final Separator separator = new Separator(javafx.geometry.Orientation.VERTICAL);
    private final Label delayLabel = new Label("_Processing delay");
    private final Slider delay = new Slider(0, MAX_DELAY_MS, 0);
    private final Label delayText = new Label();
    private final Label hint = new Label();
    private final Button pause = button("group-member-pause", "Pause", Feather.PAUSE);
    private final Button leave = button("group-member-leave", "Stop (_leave)", Feather.LOG_OUT);
    private final Button vanish = button("group-member-vanish", "_Vanish (no leave)", Feather.ZAP_OFF);
    private final Button stopPolling = button("group-member-stop-polling", "Stop pollin_g", Feather.CLOCK);
    private List<PartitionId> shownPartitions = List.of();
    private @Nullable String shownKey;
    private boolean narrow;

    MemberBar(SelectedMember member) {
        this.member = member;
        setId("group-member-bar");
        getStyleClass().add("group-member-bar");
        setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setId("group-member-owns");
        name.setId("group-member-name");
        name.getStyleClass().add("group-member-name");
        owns.getStyleClass().addAll("body-12", "muted");
        delayLabel.getStyleClass().addAll("body-12", "muted");
        delayLabel.setMnemonicParsing(true);
        delayLabel.setLabelFor(delay);
        delay.setId("group-delay");
        delay.setBlockIncrement(20);
        delay.setPrefWidth(112);
        delay.setMinWidth(72);
        delayText.setId("group-delay-text");
        delayText.getStyleClass().add("mono");
        delayText.setMinWidth(52);
        hint.setId("group-member-hint");
        hint.getStyleClass().addAll("body-12", "muted");
        hint.setMinWidth(0);
        vanish.getStyleClass().add("danger");
        stopPolling.getStyleClass().add("danger");
        tooltips();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Region fixed : List.of(name, owns, chips, delayLabel, pause, leave, vanish, stopPolling)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        name.setMinWidth(60);
        setMinWidth(0);
        getChildren()
                .addAll(
                        name,
                        owns,
                        chips,
                        separator,
                        delayLabel,
                        delay,
                        delayText,
                        hint,
                        space,
                        pause,
                        leave,
                        vanish,
                        stopPolling);
        bind();
    }

    private static Button button(String id, String words, Feather icon) {
        Button button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        return button;
    }

    private void tooltips() {
        pause.setTooltip(new Tooltip("Stops fetching and goes on polling: the member keeps its partitions"));
        leave.setTooltip(new Tooltip("Leaves the group in good order: others take over at once"));
        vanish.setTooltip(new Tooltip(
                "Ends as a crash would: nothing is committed, and the coordinator waits for the session time-out"));
        stopPolling.setTooltip(
                new Tooltip("Polls no more: when max.poll.interval.ms has run out the member loses its partitions"));
        delay.setTooltip(new Tooltip("The time that each record is made to take, 0 to 2 000 ms"));
    }

    private void bind() {
        widthProperty().addListener((at, old, now) -> narrow(now.doubleValue() < NARROW));
        delay.valueProperty().addListener((at, old, now) -> {
            long millis = Math.round(now.doubleValue());
            delayText.setText(millis + " ms");
            LaneModel lane = member.lane();
            boolean user = lane != null && lane.lane().key().equals(shownKey);
            if (user) {
                member.processingDelay(Duration.ofMillis(millis));
            }
        });
        delayText.setText("0 ms");
        pause.setOnAction(pressed -> member.pauseOrResume());
        leave.setOnAction(pressed -> member.leave());
        vanish.setOnAction(pressed -> member.vanish());
        stopPolling.setOnAction(pressed -> member.stopOrStartPolling());
    }

    private void narrow(boolean now) {
        if (now != narrow) {
            narrow = now;
            leave.setText(now ? "_Leave" : "Stop (_leave)");
            vanish.setText(now ? "_Vanish" : "_Vanish (no leave)");
            shownPartitions = List.of();
            show(member.lane());
        }
    }

    /** Shows the lane, or what to do where none is selected. */
    void show(@Nullable LaneModel lane) {
        boolean control = lane != null && lane.controllable();
        for (Region node : List.of(pause, leave, vanish, stopPolling)) {
            visible(node, control);
        }
        boolean slow = control && member.takesDelay();
        for (Region node : List.of(separator, delay, delayText)) {
            visible(node, slow);
        }
        visible(delayLabel, slow && !narrow);
        visible(name, lane != null);
        visible(owns, lane != null);
        visible(chips, lane != null);
        visible(hint, !control);
        hint.setText(hint(lane));
        if (lane == null) {
            shownKey = null;
            return;
        }
        name.setText(
                lane.lane().letter().isEmpty()
                        ? lane.lane().client()
                        : lane.lane().title());
        List<PartitionId> owned =
                lane.lane().open().stream().map(OwnedSpan::partition).sorted().toList();
        if (!owned.equals(shownPartitions)) {
            shownPartitions = owned;
            showChips(owned);
        }
        owns.setText(owned.isEmpty() ? "owns nothing" : "owns");
        MemberStatus status = lane.status();
        if (control && status != null) {
            showControls(lane, status);
        }
    }

    private void showControls(LaneModel lane, MemberStatus status) {
        boolean paused = status.phase() == MemberStatus.Phase.PAUSED;
        boolean held = status.phase() == MemberStatus.Phase.NOT_POLLING;
        say(pause, paused ? "Res_ume" : "Pa_use", paused ? Feather.PLAY : Feather.PAUSE);
        visible(pause, !held);
        say(stopPolling, held ? "Poll a_gain" : "Stop pollin_g", held ? Feather.PLAY : Feather.CLOCK);
        if (!lane.lane().key().equals(shownKey)) {
            // Another member: take over its delay without telling it.
            shownKey = null;
            delay.setValue((double) member.delayOf(lane.lane().key(), status).toMillis());
            shownKey = lane.lane().key();
        }
    }

    private static void say(Button button, String words, Feather icon) {
        if (!words.equals(button.getText())) {
            button.setText(words);
            button.setGraphic(new FontIcon(icon));
        }
    }

    private void showChips(List<PartitionId> owned) {
        chips.getChildren().clear();
        int most = narrow ? MOST_CHIPS_NARROW : MOST_CHIPS;
        owned.stream().limit(most).forEach(partition -> chips.getChildren()
                .add(new PartitionChip(partition.partition())));
        if (owned.size() > most) {
            Label more = new Label("+" + (owned.size() - most));
            more.getStyleClass().addAll("body-12", "muted");
            chips.getChildren().add(more);
        }
    }

    private static String hint(@Nullable LaneModel lane) {
        if (lane == null) {
            return "Select a member to control it";
        }
        if (lane.tone() == LaneModel.Tone.FAILED && lane.lane().end() == Lane.End.LIVES) {
            return "It has failed; start another one";
        }
        if (lane.lane().sampled()) {
            return "A member of another program: it can only be watched";
        }
        return lane.lane().end() == Lane.End.LIVES
                ? "Runs in a table; it is controlled there"
                : "It has ended; start another one";
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
