package dev.surveyor.ui.groups;

import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the selected member owns, and what it can be told to do. */
final class MemberBar extends HBox {

    private static final double MAX_DELAY_MS = 2_000;

    /** Below this width the words of the buttons are shortened. */
    private static final double NARROW = 860;

    private final SelectedMember member;
    private final Function<Instant, String> time;
    private final MemberFacts facts = new MemberFacts();
    private final Separator separator = new Separator(javafx.geometry.Orientation.VERTICAL);
    private final Label delayLabel = new Label("_Processing delay");
    private final Slider delay = new Slider(0, MAX_DELAY_MS, 0);
    private final Label delayText = new Label();
    private final Label hint = new Label();
    private final Button pause = Controls.withIcon(
            Feather.PAUSE,
            Controls.button(
                    "group-member-pause",
                    "Pause",
                    "Stops fetching and goes on polling: the member keeps its partitions"));
    private final Button leave = Controls.withIcon(
            Feather.LOG_OUT,
            Controls.button(
                    "group-member-leave", "Stop (_leave)", "Leaves the group in good order: others take over at once"));
    private final Button vanish = Controls.withIcon(
            Feather.ZAP_OFF,
            Controls.button(
                    "group-member-vanish",
                    "_Vanish (no leave)",
                    "Ends as a crash would: nothing is committed, and the coordinator waits for the session time-out",
                    "danger"));
    private final Button stopPolling = Controls.withIcon(
            Feather.CLOCK,
            Controls.button(
                    "group-member-stop-polling",
                    "Stop pollin_g",
                    "Polls no more: when max.poll.interval.ms has run out the member loses its partitions",
                    "danger"));
    private final Button remove = Controls.withIcon(
            Feather.USER_X,
            Controls.button(
                    "group-member-remove",
                    "_Remove from group\u2026",
                    "Takes the static member out of the group by its group.instance.id: its"
                            + " partitions go to others now, not after its session time-out",
                    "danger"));
    private @Nullable String shownKey;
    private boolean narrow;

    /** @param time writes a moment */
    MemberBar(SelectedMember member, Function<Instant, String> time) {
        this.member = member;
        this.time = time;
        setId("group-member-bar");
        getStyleClass().add("group-member-bar");
        setAlignment(Pos.CENTER_LEFT);
        delayLabel.getStyleClass().addAll("body-12", "muted");
        delayLabel.setMnemonicParsing(true);
        delayLabel.setLabelFor(delay);
        delay.setId("group-delay");
        delay.setBlockIncrement(20);
        delayText.setId("group-delay-text");
        delayText.getStyleClass().add("mono");
        hint.setId("group-member-hint");
        hint.getStyleClass().addAll("body-12", "muted");
        delay.setTooltip(new Tooltip("The time that each record is made to take, 0 to 2 000 ms"));
        Uncut.keep(delayLabel, pause, leave, vanish, stopPolling, remove);
        setMinWidth(0);
        getChildren()
                .addAll(
                        facts,
                        separator,
                        delayLabel,
                        delay,
                        delayText,
                        hint,
                        new Spacer(),
                        pause,
                        leave,
                        vanish,
                        stopPolling,
                        remove);
        bind();
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
        remove.setOnAction(pressed -> member.remove(time));
    }

    private void narrow(boolean now) {
        if (now != narrow) {
            narrow = now;
            leave.setText(now ? "_Leave" : "Stop (_leave)");
            vanish.setText(now ? "_Vanish" : "_Vanish (no leave)");
            remove.setText(now ? "_Remove\u2026" : "_Remove from group\u2026");
            facts.narrow(now);
            show(member.lane());
        }
    }

    /** Shows the lane, or what to do where none is selected. */
    void show(@Nullable LaneModel lane) {
        boolean control = lane != null && lane.controllable();
        for (Region node : List.of(pause, leave, vanish, stopPolling)) {
            Shown.set(node, control);
        }
        Shown.set(remove, !control && lane != null && lane.removable());
        boolean slow = control && member.takesDelay();
        for (Region node : List.of(separator, delay, delayText)) {
            Shown.set(node, slow);
        }
        Shown.set(delayLabel, slow && !narrow);
        Shown.set(hint, !control);
        hint.setText(hint(lane));
        facts.show(lane);
        if (lane == null) {
            shownKey = null;
            return;
        }
        MemberStatus status = lane.status();
        if (control && status != null) {
            showControls(lane, status);
        }
    }

    private void showControls(LaneModel lane, MemberStatus status) {
        boolean paused = status.phase() == MemberStatus.Phase.PAUSED;
        boolean held = status.phase() == MemberStatus.Phase.NOT_POLLING;
        say(pause, paused ? "Res_ume" : "Pa_use", paused ? Feather.PLAY : Feather.PAUSE);
        Shown.set(pause, !held);
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

    private String hint(@Nullable LaneModel lane) {
        if (lane == null) {
            return "Select a member to control it";
        }
        if (lane.tone() == LaneModel.Tone.FAILED && lane.lane().end() == Lane.End.LIVES) {
            return "It has failed; start another one";
        }
        if (lane.lane().end() == Lane.End.SEAT_KEPT) {
            return seat(lane);
        }
        if (lane.lane().sampled()) {
            return "A member of another program: it can only be watched";
        }
        return lane.lane().end() == Lane.End.LIVES
                ? "Runs in a table; it is controlled there"
                : "It has ended; start another one";
    }

    private String seat(LaneModel lane) {
        if (lane.lane().expiredAt() != null) {
            return "It had left for now; the coordinator has given up its seat";
        }
        String kept = lane.seatUntil() == null
                ? "Left for now, its seat is kept until its session time-out"
                : "Left for now, its seat is kept until " + time.apply(lane.seatUntil()) + " at the latest";
        return lane.removable() ? kept : kept + "; brokers do not remove members of streams groups";
    }
}
