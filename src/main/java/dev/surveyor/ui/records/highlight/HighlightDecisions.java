package dev.surveyor.ui.records.highlight;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules about a record when its row is drawn, and remembers the answer. Small records are decided at once while
 * there is time for it; large ones, and those for which drawing has no time left, in the background, and their rows are
 * drawn again. For the JavaFX thread only.
 */
public final class HighlightDecisions {

    /** What is larger is never read on the JavaFX thread. */
    public static final int MOST_BYTES_AT_ONCE = 16_384;

    private static final long BUDGET_IN_NANOS = 4_000_000;
    private static final long PERIOD_IN_NANOS = 50_000_000;

    /** About the rows of a screen; in a flood those that scrolled away are let go. */
    private static final int MOST_WAITING = 100;

    private final LatestWork deciding;
    private final UiExecutor ui;
    private final LongSupplier nanoTime;
    private final Runnable redraw;
    private final Consumer<Throwable> failed;
    /** Records have no equality but their identity; those that are kept no more leave by themselves. */
    private final Map<ConsumedRecord, Answer> answers = new WeakHashMap<>();

    private final Deque<ConsumedRecord> waiting = new ArrayDeque<>();
    private List<Test> tests = List.of();
    private boolean working;
    private int generation;
    private long periodStart;
    private long spent;

    /** A rule that is on. */
    public record Test(RecordFilter filter, HighlightColour colour) {}

    /**
     * @param colour null for none
     * @param fault what a rule threw in place of an answer, null where none did
     */
    private record Answer(
            @Nullable HighlightColour colour, @Nullable Throwable fault) {
        static final Answer NONE = new Answer(null, null);
    }

    /**
     * @param nanoTime a clock that only goes forward
     * @param redraw draws the rows again
     * @param failed told what a rule threw; it counts as one that did not match
     */
    public HighlightDecisions(
            Executor background, UiExecutor ui, LongSupplier nanoTime, Runnable redraw, Consumer<Throwable> failed) {
        this.deciding = new LatestWork(background, ui);
        this.ui = ui;
        this.nanoTime = nanoTime;
        this.redraw = redraw;
        this.failed = failed;
        this.periodStart = nanoTime.getAsLong();
    }

    /** Asks these from now on, in their order. */
    public void use(List<Test> rules) {
        tests = List.copyOf(rules);
        forget();
    }

    /** Forgets all answers. */
    public void forget() {
        generation++;
        answers.clear();
        waiting.clear();
    }

    /** Returns the colour of the first rule that matches, null for none and where that is not known yet. */
    @Nullable
    public HighlightColour of(ConsumedRecord record) {
        if (tests.isEmpty()) {
            return null;
        }
        Answer known = answers.get(record);
        if (known == null) {
            known = record.sizeInBytes() <= MOST_BYTES_AT_ONCE && timeLeft() ? decideNow(record) : later(record);
            answers.put(record, known);
        }
        return known.colour();
    }

    private boolean timeLeft() {
        long now = nanoTime.getAsLong();
        if (now - periodStart >= PERIOD_IN_NANOS) {
            periodStart = now;
            spent = 0;
        }
        return spent < BUDGET_IN_NANOS;
    }

    private Answer decideNow(ConsumedRecord record) {
        long start = nanoTime.getAsLong();
        Answer answer = decide(tests, record);
        spent += nanoTime.getAsLong() - start;
        Throwable fault = answer.fault;
        if (fault != null) {
            // Not while the row is being drawn.
            ui.execute(() -> failed.accept(fault));
        }
        return answer;
    }

    private Answer later(ConsumedRecord record) {
        waiting.add(record);
        if (waiting.size() > MOST_WAITING) {
            // Asked for again when its row is drawn again.
            answers.remove(waiting.remove());
        }
        if (!working) {
            working = true;
            ui.execute(this::work);
        }
        return Answer.NONE;
    }

    private void work() {
        List<ConsumedRecord> batch = new ArrayList<>(waiting);
        waiting.clear();
        if (batch.isEmpty()) {
            working = false;
            return;
        }
        List<Test> rules = tests;
        int asked = generation;
        deciding.start(
                givenUp -> {
                    Map<ConsumedRecord, Answer> found = new HashMap<>();
                    for (ConsumedRecord record : batch) {
                        found.put(record, decide(rules, record));
                    }
                    return found;
                },
                found -> worked(asked, found),
                thrown -> {
                    failed.accept(thrown);
                    work();
                });
    }

    private void worked(int asked, Map<ConsumedRecord, Answer> found) {
        if (asked == generation) {
            answers.putAll(found);
            found.values().stream()
                    .map(Answer::fault)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(failed);
            if (found.values().stream().anyMatch(answer -> answer.colour() != null)) {
                redraw.run();
            }
        }
        work();
    }

    private static Answer decide(List<Test> rules, ConsumedRecord record) {
        Throwable fault = null;
        for (Test rule : rules) {
            try {
                if (rule.filter().matches(record)) {
                    return new Answer(rule.colour(), fault);
                }
            } catch (RuntimeException | StackOverflowError thrown) {
                fault = thrown;
            }
        }
        return fault == null ? Answer.NONE : new Answer(null, fault);
    }
}
