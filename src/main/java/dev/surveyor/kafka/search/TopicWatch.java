package dev.surveyor.kafka.search;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a topic is still the one with which its search began. One that was deleted and made anew under the same
 * name has another id, and may have as many offsets. For the thread of the search.
 */
final class TopicWatch {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    private final TopicIds ids;
    private final String topic;
    private final SearchControl control;
    private @Nullable Uuid atBegin;
    private boolean doubtful;

    TopicWatch(TopicIds ids, String topic, SearchControl control) {
        this.ids = ids;
        this.topic = topic;
        this.control = control;
    }

    /**
     * Notes the id; to be called before the ends of the partitions are read. Where it may not be read or there is none,
     * nothing is watched.
     *
     * @throws KafkaException where another try may help
     */
    void begin() {
        try {
            atBegin = ids.of(topic).id();
        } catch (RetriableException | InterruptException later) {
            throw later;
        } catch (KafkaException notTold) {
            atBegin = null;
        }
    }

    /**
     * Compares the id; to be called when all is read. Waits until the cluster tells it, or the search is told to stop.
     *
     * @throws TopicChangedException where it is another
     */
    void end() {
        Uuid before = atBegin;
        doubtful = before != null;
        while (doubtful && !control.stopping()) {
            try {
                TopicIds.Known known = ids.of(topic);
                Uuid now = known.id();
                doubtful = false;
                control.moving(this);
                control.partitionsNow(known.partitions());
                if (now != null && !now.equals(before)) {
                    throw new TopicChangedException(
                            topic + " was deleted and made anew",
                            "Its id was " + before + " when the search began and is " + now
                                    + " now, so records of two topics may have been read, and of neither all.");
                }
            } catch (UnknownTopicOrPartitionException gone) {
                // It was deleted after all of it had been read.
                doubtful = false;
            } catch (InterruptException stopped) {
                control.stopIfInterrupted(stopped);
            } catch (KafkaException failed) {
                control.waitingOrThrow(this, failed);
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    /** Returns whether the search was stopped before it was known that the topic is the same. */
    boolean doubtful() {
        return doubtful;
    }
}
