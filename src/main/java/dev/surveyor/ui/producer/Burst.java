package dev.surveyor.ui.producer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Sends so many records at so many a second, a share at each tick, and can be stopped. For the JavaFX thread only. */
final class Burst {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_RATE = 20_000;

    /** More than this in one tick would be felt; what is left over comes with the next ones. */
    private static final long MOST_PER_TICK = 1_000;

    private final Clock clock;
    private final Runnable sendOne;
    private final StringProperty countText = new SimpleStringProperty("1");
    private final StringProperty rateText = new SimpleStringProperty("200/s");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private long sent;
    private Instant startedAt;
    private int count;
    private int rate;

    Burst(Clock clock, Runnable sendOne) {
        this.clock = clock;
        this.sendOne = sendOne;
        this.startedAt = clock.instant();
    }

    // Properties

    StringProperty countProperty() {
        return countText;
    }

    StringProperty rateProperty() {
        return rateText;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns how many records are asked for, 0 where that cannot be read. */
    int count() {
        Integer number = number(countText.get(), MAX_COUNT);
        return number == null ? 0 : number;
    }

    /** Returns why it cannot start; empty where it can. */
    String problem() {
        if (count() == 0) {
            return "Repeat: expected a number from 1 to 1 000 000.";
        }
        return count() > 1 && number(rate(rateText.get()), MAX_RATE) == null
                ? "Rate: expected records a second from 1 to 20 000, such as 200/s."
                : "";
    }

    /** Returns how many records the running burst has yet to send, 0 where none runs. */
    long left() {
        return running.get() ? count - sent : 0;
    }

    // Commands

    /** Begins, unless one is running or there is a problem; a single record is sent at once. */
    void start() {
        if (running.get() || !problem().isEmpty()) {
            return;
        }
        sent = 0;
        if (count() == 1) {
            sent = 1;
            sendOne.run();
            return;
        }
        Integer perSecond = number(rate(rateText.get()), MAX_RATE);
        count = count();
        rate = perSecond == null ? 1 : perSecond;
        startedAt = clock.instant();
        running.set(true);
    }

    /** Sends no more; what was sent already stays sent. */
    void stop() {
        running.set(false);
    }

    /** Sends what is due; to be called at each tick. */
    void tick() {
        if (!running.get()) {
            return;
        }
        double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
        long due = Math.min(count, (long) (seconds * rate) + 1);
        long now = Math.min(due - sent, MOST_PER_TICK);
        for (long i = 0; i < now && running.get(); i++) {
            sent++;
            sendOne.run();
        }
        if (sent >= count) {
            running.set(false);
        }
    }

    private static String rate(String text) {
        return text.strip().replaceFirst("\\s*/\\s*s$", "");
    }

    private static @Nullable Integer number(String text, int max) {
        String digits = text.strip().replace("\u00a0", "").replace(" ", "");
        if (!digits.matches("\\d{1,7}")) {
            return null;
        }
        int value = Integer.parseInt(digits);
        return value < 1 || value > max ? null : value;
    }
}
