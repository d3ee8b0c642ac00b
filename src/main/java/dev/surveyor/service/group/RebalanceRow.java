package dev.surveyor.service.group;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.group.MovedPartition;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of a group's history.
 *
 * @param number counts the rows of a timeline, from 1
 * @param event what was reported
 * @param kind what it means for the member
 * @param lane the member's lane key
 * @param member the member's title, for instance {@code A · billing-1}
 * @param generation generation or epoch, -1 where it is not known
 * @param partitions what it is about, in order
 * @param handOffs what the change of owner meant, for those of the partitions that had an owner before
 * @param atRisk offsets that the old owner had read and not committed when it lost the partitions; empty where unknown
 * @param callback how long the callback took, or null
 * @param unowned how long the partitions had no owner when this ended it, or until this; null where it is none of both
 * @param sampled whether it was seen by asking the coordinator from time to time
 */
public record RebalanceRow(
        long number,
        ClientEvent event,
        Kind kind,
        String lane,
        String member,
        int generation,
        List<MovedPartition> partitions,
        List<HandOff> handOffs,
        OptionalLong atRisk,
        @Nullable Duration callback,
        @Nullable Duration unowned,
        boolean sampled) {

    public RebalanceRow {
        partitions = List.copyOf(partitions);
        handOffs = List.copyOf(handOffs);
    }

    /** Returns the offsets read twice: by this hand-off, or to be expected of it; empty where it is not known. */
    public OptionalLong redelivered() {
        if (kind == Kind.ASSIGNED) {
            return handOffs.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            handOffs.stream().mapToLong(HandOff::redelivered).sum());
        }
        return atRisk;
    }

    /** What a row is about. */
    public enum Kind {
        JOINED("joined"),
        ASSIGNED("assigned"),
        REVOKED("revoked"),
        LOST("lost"),
        LEFT("left"),
        SEAT_KEPT("left for now"),
        VANISHED("vanished"),
        SESSION_RAN_OUT("session ran out"),
        POLLED_TOO_LATE("polled too late"),
        FENCED("fenced"),
        COMMIT_FAILED("commit failed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
