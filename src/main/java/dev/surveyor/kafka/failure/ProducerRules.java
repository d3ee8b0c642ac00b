package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.on;

import java.util.List;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidRequiredAcksException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/** Records that were not taken, and producers that may not go on. */
final class ProducerRules {

    private ProducerRules() {}

    static List<FailureRule> all() {
        return List.of(
                on(RecordTooLargeException.class, ProducerRules::tooLarge),
                on(RecordBatchTooLargeException.class, ProducerRules::tooLarge),
                on(
                        NotEnoughReplicasAfterAppendException.class,
                        e -> Explanation.retriable(
                                "written, but to fewer in-sync replicas than min.insync.replicas asks for",
                                "Brokers that hold replicas are down or behind.",
                                "Check the in-sync replicas of the topic",
                                "Look in the table before you send again: the record may be there")),
                on(
                        NotEnoughReplicasException.class,
                        e -> Explanation.retriable(
                                "not acknowledged: fewer replicas are in sync than min.insync.replicas asks for",
                                "Brokers that hold replicas are down or behind.",
                                "Check the in-sync replicas of the topic",
                                "Lower min.insync.replicas of the topic, or send with acks=1")),
                on(
                        ProducerFencedException.class,
                        e -> Explanation.fatal(
                                "the producer was fenced",
                                "Another producer with the same transactional.id has started.",
                                "Close this producer and open a new one",
                                "Give each producer a transactional.id of its own")),
                on(
                        InvalidProducerEpochException.class,
                        e -> Explanation.abortable(
                                "the producer's epoch is old",
                                "Another producer with the same transactional.id has started, or a transaction timed"
                                        + " out.",
                                "Abort the transaction and begin again")),
                on(
                        OutOfOrderSequenceException.class,
                        e -> Explanation.fatal(
                                "the broker saw a gap in the producer's sequence",
                                "A record before this one was lost or refused, so it refused this one to keep order.",
                                "Close this producer and open a new one",
                                "Look in the table for what arrived")),
                on(
                        UnknownProducerIdException.class,
                        e -> Explanation.fatal(
                                "the broker does not know this producer any more",
                                "Its records were deleted by retention, and its sequence with them.",
                                "Close this producer and open a new one")),
                on(
                        InvalidPidMappingException.class,
                        e -> Explanation.fatal(
                                "the transactional.id has expired",
                                "It was not used for longer than transactional.id.expiration.ms.",
                                "Close this producer and open a new one")),
                on(
                        InvalidTxnStateException.class,
                        e -> Explanation.fatal(
                                "the transaction is not in a state for this",
                                FailureRule.quoted(e, ""),
                                "Close this producer and open a new one")),
                on(
                        TransactionAbortableException.class,
                        e -> Explanation.abortable(
                                "the transaction must be aborted", FailureRule.quoted(e, ""), "Abort it, begin again")),
                on(
                        TransactionAbortedException.class,
                        e -> Explanation.abortable(
                                "the record was not sent: its transaction was aborted", "", "Begin a new transaction")),
                on(
                        InvalidTimestampException.class,
                        e -> Explanation.fatal(
                                "the record's timestamp was refused",
                                FailureRule.quoted(e, "It is too far from the broker's time."),
                                "Leave the timestamp to the broker",
                                "See message.timestamp.before.max.ms and message.timestamp.after.max.ms of the"
                                        + " topic")),
                on(
                        InvalidRecordException.class,
                        e -> Explanation.fatal(
                                "the broker refused the record",
                                FailureRule.quoted(e, "On a compacted topic a record needs a key."),
                                "Give it a key where the topic is compacted")),
                on(
                        InvalidRequiredAcksException.class,
                        e -> Explanation.fatal("this value of acks was refused", "", "Use acks 0, 1 or all")),
                on(
                        BufferExhaustedException.class,
                        e -> Explanation.retriable(
                                "the producer's buffer is full",
                                "Records come faster than the brokers take them, or the brokers are away.",
                                "Send more slowly",
                                "Raise buffer.memory or max.block.ms")));
    }

    private static Explanation tooLarge(Throwable thrown) {
        return Explanation.fatal(
                "the record is too large",
                FailureRule.quoted(thrown, "It is larger than max.message.bytes of the topic."),
                "Raise max.request.size of the producer and max.message.bytes of the topic",
                "Send less, or compress it");
    }
}
