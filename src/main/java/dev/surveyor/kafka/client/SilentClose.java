package dev.surveyor.kafka.client;

import dev.surveyor.domain.consume.MemberSettings;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.MDC;

/**
 * Closes a member of a group as a crash would end it: nothing that is sent tells the coordinator, which therefore waits
 * for the session time-out.
 *
 * <p>The client can do that by itself under the classic protocol only. Under the consumer protocol it says good-bye
 * whatever it is asked: as one that leaves where the member is dynamic, as one that may come back where it is static
 * (4.4.0, {@code ConsumerHeartbeatRequestManager}). It does so on a thread of its own, which looks into a map that the
 * caller gives it for {@code offsetsForTimes}. That look is made to last until the client is closed, so that the thread
 * ends without having heard of it.
 */
public final class SilentClose {

    /** Marks in the log, as the context of a line, what a client says about an end that was meant so. */
    public static final String MEANT = "surveyor.meant";

    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(3);

    private SilentClose() {}

    /**
     * Closes the consumer; for the thread that polls it, which is not interrupted afterwards.
     *
     * @return whether the coordinator was told nothing; false where the client could not be kept from it
     */
    public static boolean close(Consumer<?, ?> consumer, MemberSettings settings) {
        if (settings.assignor().protocol().equals("classic")) {
            consumer.close(remaining());
            return true;
        }
        LongLook look = new LongLook();
        // Without time the client asks no broker, but has its thread begin.
        consumer.offsetsForTimes(look, Duration.ZERO);
        boolean looking = look.begun();
        MDC.put(MEANT, "vanish");
        try {
            if (looking) {
                // The close waits for the thread; an interrupt has it give up on that.
                Thread.currentThread().interrupt();
            }
            consumer.close(remaining());
        } catch (InterruptException asWanted) {
            // Told after all is closed.
        } finally {
            boolean unused = Thread.interrupted();
            look.end();
            MDC.remove(MEANT);
        }
        return looking;
    }

    private static CloseOptions remaining() {
        return CloseOptions.timeout(Duration.ZERO)
                .withGroupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP);
    }

    /** Holds whatever other thread looks into it, until its end; for its maker it is a map of one partition. */
    private static final class LongLook extends AbstractMap<TopicPartition, Long> {

        private static final Map<TopicPartition, Long> ONE = Map.of(new TopicPartition("none", 0), 0L);

        private final Thread maker = Thread.currentThread();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public Set<Entry<TopicPartition, Long>> entrySet() {
            if (Thread.currentThread() == maker) {
                return ONE.entrySet();
            }
            begun.countDown();
            boolean interrupted = false;
            while (true) {
                try {
                    ended.await();
                    break;
                } catch (InterruptedException goOn) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return Set.of();
        }

        /** Returns whether another thread is held; waits for it. */
        boolean begun() {
            boolean interrupted = Thread.interrupted();
            try {
                return begun.await(TIME_TO_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException endOfProgram) {
                interrupted = true;
                return false;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void end() {
            ended.countDown();
        }
    }
}
