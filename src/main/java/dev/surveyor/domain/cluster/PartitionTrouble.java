package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;

/**
 * Why a partition does not tell its offsets, while others may.
 *
 * @param partition which one
 * @param kind what sort of trouble it is
 * @param reason a clause that follows the name of the partition, {@code has no leader: its only replica is on broker 3}
 */
public record PartitionTrouble(PartitionId partition, Kind kind, String reason) {

    /** What sort of trouble it is. */
    public enum Kind {
        /** None of its replicas can lead: it comes back by itself when a broker with one does. */
        NO_LEADER,
        /** Its leader did not answer in time, or could not be reached. */
        NO_ANSWER,
        /** The brokers answer, but do not say this of it. */
        UNTOLD,
        /** Somebody must change something first, for instance as a right is missing. */
        REFUSED,
        /** There is no such partition, or no more. */
        GONE
    }

    /** Returns name and reason, {@code orders[2] has no leader: …}, without a full stop. */
    public String sentence() {
        return partition + " " + reason;
    }

    /** Returns whether it may be over without anybody changing anything in this program. */
    public boolean mayPass() {
        return kind != Kind.REFUSED && kind != Kind.GONE;
    }
}
