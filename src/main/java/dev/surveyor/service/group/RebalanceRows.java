package dev.surveyor.service.group;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.group.MovedPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The lines of a group's history, numbered; the oldest go first where there are too many. */
final class RebalanceRows {

    private static final int MAX_ROWS = 5_000;

    private final Deque<RebalanceRow> rows = new ArrayDeque<>();
    private long count;
    private long version;

    /**
     * What a row says of its member.
     *
     * @param lane the key of its lane
     * @param title the title of its lane
     * @param generation generation or epoch
     */
    record Subject(String lane, String title, int generation) {}

    List<RebalanceRow> all() {
        return List.copyOf(rows);
    }

    /** Returns a number that differs whenever {@link #all()} does. */
    long version() {
        return version;
    }

    /** Adds a line that is about nothing but the member and its partitions. */
    void add(ClientEvent event, RebalanceRow.Kind kind, Subject subject, List<MovedPartition> partitions) {
        add(event, kind, subject, partitions, List.of(), OptionalLong.empty(), null, null);
    }

    /** Adds a line; the parts are those of {@link RebalanceRow}. */
    void add(
            ClientEvent event,
            RebalanceRow.Kind kind,
            Subject subject,
            List<MovedPartition> partitions,
            List<HandOff> handOffs,
            OptionalLong atRisk,
            @Nullable Duration callback,
            @Nullable Duration unowned) {
        boolean sampled = event instanceof MemberChanged changed && changed.sampled();
        count++;
        version++;
        rows.addLast(new RebalanceRow(
                count,
                event,
                kind,
                subject.lane(),
                subject.title(),
                subject.generation(),
                partitions,
                handOffs,
                atRisk,
                callback,
                unowned,
                sampled));
    }

    void forgetBefore(Instant oldest) {
        while (!rows.isEmpty()
                && (rows.size() > MAX_ROWS || rows.getFirst().event().at().isBefore(oldest))) {
            rows.removeFirst();
            version++;
        }
    }
}
