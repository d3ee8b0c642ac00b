package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.StreamsTasks;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.service.group.OwnedSpan;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Who the selected member is, and what it works on. */
final class MemberFacts extends HBox {

    private static final int MOST_CHIPS = 12;
    private static final int MOST_CHIPS_NARROW = 3;

    private final Label name = new Label();
    private final Label instance = new Label();
    private final Label owns = new Label("owns");
    private final HBox chips = new HBox(4);
    private final Label tasks = new Label();
    private final Tooltip about = new Tooltip();
    private final Tooltip allTasks = new Tooltip();
    private List<PartitionId> shownPartitions = List.of();
    private boolean narrow;

    MemberFacts() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setId("group-member-owns");
        Uncut.keep(chips);
        name.setId("group-member-name");
        name.getStyleClass().add("group-member-name");
        name.setTooltip(about);
        instance.setId("group-member-instance");
        instance.setTooltip(new Tooltip("Its group.instance.id: it is a static member, whose partitions the"
                + " coordinator keeps for it while it is away"));
        tasks.setId("group-member-tasks");
        tasks.setTooltip(allTasks);
        for (Label muted : List.of(instance, owns, tasks)) {
            muted.getStyleClass().addAll("body-12", "muted");
        }
        Uncut.keep(owns);
        getChildren().addAll(name, instance, owns, chips, tasks);
    }

    /** Has fewer chips, and no word for what they say by themselves, where there is little room. */
    void narrow(boolean now) {
        narrow = now;
        shownPartitions = List.of();
    }

    /** Shows the member of the lane, or nothing. */
    void show(@Nullable LaneModel lane) {
        Shown.set(this, lane != null);
        if (lane == null) {
            return;
        }
        name.setText(
                lane.lane().letter().isEmpty()
                        ? lane.lane().client()
                        : lane.lane().title());
        about.setText(lane.about());
        instance.setText("static: " + lane.instanceId());
        Shown.set(instance, !lane.instanceId().isEmpty());
        GroupDetail.Member member = lane.member();
        boolean kept = member != null && member.seatKept();
        List<PartitionId> owned = member != null && member.seatKept()
                ? member.assignment()
                : lane.lane().open().stream().map(OwnedSpan::partition).sorted().toList();
        if (!owned.equals(shownPartitions)) {
            shownPartitions = owned;
            showChips(owned);
        }
        owns.setText(owned.isEmpty() ? "owns nothing" : kept ? "kept for it" : "owns");
        Shown.set(owns, owned.isEmpty() || kept || !narrow);
        StreamsTasks work =
                lane.member() == null ? StreamsTasks.NONE : lane.member().tasks();
        tasks.setText("tasks " + work.text());
        allTasks.setText("Tasks of the Streams application, subtopology and partition: " + work.text());
        Shown.set(tasks, !work.isEmpty());
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
}
