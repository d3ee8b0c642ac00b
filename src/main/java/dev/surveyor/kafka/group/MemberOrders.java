package dev.surveyor.kafka.group;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a member is to do next, told by any thread and obeyed by its poll thread. */
final class MemberOrders {

    private Order current = Order.RUN;
    private Duration delay;

    MemberOrders(Duration delay) {
        this.delay = delay;
    }

    /** What a member can be told. */
    enum Order {
        RUN,
        PAUSE,
        /** Poll no more, until told otherwise. */
        HOLD,
        LEAVE,
        VANISH;

        boolean ending() {
            return this == LEAVE || this == VANISH;
        }
    }

    /** Gives an order; one that ends the member is the last. */
    synchronized void give(Order order) {
        if (!current.ending()) {
            current = order;
            notifyAll();
        }
    }

    synchronized void delay(Duration newDelay) {
        delay = newDelay;
        notifyAll();
    }

    synchronized Order current() {
        return current;
    }

    synchronized boolean ending() {
        return current.ending();
    }

    /** Waits for another order than that one. */
    synchronized void awaitOther(Order order) {
        while (current == order) {
            await(Long.MAX_VALUE);
        }
    }

    /**
     * Takes the time that a record is made to take.
     *
     * @return false where the member was told to vanish meanwhile, so that the record is not done
     */
    synchronized boolean work() {
        long start = System.nanoTime();
        while (!current.ending()) {
            long left = delay.toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                return true;
            }
            await(left);
        }
        return current != Order.VANISH;
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException interrupted) {
            // Only the end of the program interrupts this thread.
            current = Order.VANISH;
            Thread.currentThread().interrupt();
        }
    }
}
