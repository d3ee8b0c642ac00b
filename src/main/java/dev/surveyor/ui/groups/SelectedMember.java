package dev.surveyor.ui.groups;

import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.LaneModel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The member of the group that the controls are for. For the JavaFX thread only. */
final class SelectedMember {

    private final GroupMembers members;
    private final String groupId;
    private final ReadOnlyObjectProperty<ChartModel> chart;
    private final Runnable onOrder;
    private final MemberRemoval removal;
    private final ObjectProperty<@Nullable String> key = new SimpleObjectProperty<>(this, "key");
    private final Map<String, Duration> delays = new HashMap<>();

    /**
     * @param members those of this app
     * @param chart with the lanes to select from
     * @param onOrder told after each order
     * @param removal takes static members of any program out of the group
     */
    SelectedMember(
            GroupMembers members,
            String groupId,
            ReadOnlyObjectProperty<ChartModel> chart,
            Runnable onOrder,
            MemberRemoval removal) {
        this.members = members;
        this.groupId = groupId;
        this.chart = chart;
        this.onOrder = onOrder;
        this.removal = removal;
    }

    /** The key of its lane, or null. */
    ObjectProperty<@Nullable String> keyProperty() {
        return key;
    }

    /** Returns its lane, or null. */
    @Nullable
    LaneModel lane() {
        return chart.get().lanes().stream()
                .filter(lane -> lane.lane().key().equals(key.get()))
                .findFirst()
                .orElse(null);
    }

    /** Returns whether its records can be made to take time. */
    boolean takesDelay() {
        return own().anyMatch(GroupMember::takesProcessingDelay);
    }

    /** Returns the time that each record of the member takes now. */
    Duration delayOf(String lane, MemberStatus status) {
        return delays.getOrDefault(lane, status.settings().processingDelay());
    }

    // Orders

    /** Stops fetching, or goes on. */
    void pauseOrResume() {
        Phase phase = phase();
        if (phase != null) {
            boolean stopped = phase == Phase.PAUSED || phase == Phase.NOT_POLLING;
            order(stopped ? GroupMember::resume : GroupMember::pause);
        }
    }

    /** Leaves the group. */
    void leave() {
        order(GroupMember::close);
    }

    /** Ends without telling the coordinator. */
    void vanish() {
        order(member -> {
            var unused = member.vanish();
        });
    }

    /** Polls no more, or polls again. */
    void stopOrStartPolling() {
        order(phase() == Phase.NOT_POLLING ? GroupMember::resume : GroupMember::stopPolling);
    }

    /**
     * Takes it out of the group, after a question.
     *
     * @param time writes a moment
     */
    void remove(Function<Instant, String> time) {
        LaneModel lane = lane();
        if (lane != null && lane.removable()) {
            removal.ask(lane, time);
        }
    }

    /** Changes the time that each record takes. */
    void processingDelay(Duration delay) {
        String lane = key.get();
        if (lane != null) {
            delays.put(lane, delay);
        }
        order(member -> member.processingDelay(delay));
    }

    private @Nullable Phase phase() {
        LaneModel lane = lane();
        return lane == null || lane.status() == null ? null : lane.status().phase();
    }

    private void order(Consumer<GroupMember> what) {
        // One that was started again under the same name is the last.
        own().reduce((first, second) -> second).ifPresent(what);
        onOrder.run();
    }

    private Stream<GroupMember> own() {
        String lane = key.get();
        return members.of(groupId).stream()
                .filter(member -> member.status().clientId().equals(lane));
    }
}
