package dev.surveyor.ui.records.gaps;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells why offsets were not delivered, as far as it can be known: what was deleted ahead of the reader is noticed by the
 * consumer; else only a compacted topic loses records in its middle, so in any other the offsets hold markers of transactions or, for a reader of committed records, aborted ones. For the
 * JavaFX thread only.
 */
public final class GapReasons implements GapWords {

    private final ClusterSession cluster;
    private final UiExecutor ui;
    private final Supplier<IsolationLevel> isolation;
    private final Consumer<Notice> tell;
    private final Runnable redraw;
    private final Map<String, Policy> policies = new HashMap<>();

    /** What is known of a topic's {@code cleanup.policy}. */
    private enum Policy {
        UNKNOWN,
        COMPACTED,
        DELETED
    }

    /**
     * @param isolation how records are read now
     * @param tell says an explanation above the table
     * @param redraw draws the rows again, as more is known
     */
    public GapReasons(
            ClusterSession cluster,
            UiExecutor ui,
            Supplier<IsolationLevel> isolation,
            Consumer<Notice> tell,
            Runnable redraw) {
        this.cluster = cluster;
        this.ui = ui;
        this.isolation = isolation;
        this.tell = tell;
        this.redraw = redraw;
    }

    /** Returns the words for the gap's row; asks for the topic's settings when it meets its first gap. */
    @Override
    public String reason(OffsetGap gap) {
        if (gap.deleted()) {
            return "deleted before they were read";
        }
        boolean committed = readsCommitted();
        return switch (policy(gap.partition().topic())) {
            case UNKNOWN -> "compaction or transaction markers";
            case COMPACTED ->
                committed ? "compaction, transaction markers or aborted records" : "compaction or transaction markers";
            case DELETED -> committed ? "transaction markers or aborted records" : "transaction markers";
        };
    }

    @Override
    public void explain(OffsetGap gap) {
        tell.accept(explanation(gap));
    }

    /** Returns the explanation at length. */
    public Notice explanation(OffsetGap gap) {
        if (gap.deleted()) {
            return new Notice.Told(
                    "These offsets were deleted before this table read them.",
                    "Retention, or somebody who deletes records, was faster. Records may have been among them.");
        }
        String what = "Nothing was lost on the way: these offsets hold no record to deliver.";
        String aborted = readsCommitted()
                ? " or records of aborted transactions, which read_committed leaves out"
                : "; records of aborted transactions are shown, because this table reads uncommitted ones";
        return switch (policy(gap.partition().topic())) {
            case UNKNOWN ->
                new Notice.Told(
                        what,
                        "Compaction removed the record, or the offset holds a transaction marker" + aborted + ".");
            case COMPACTED ->
                new Notice.Told(
                        what,
                        "The topic is compacted: a newer record of the same key replaced these, or they are"
                                + " transaction markers" + aborted + ".");
            case DELETED ->
                new Notice.Told(
                        what,
                        "The topic is not compacted (cleanup.policy=delete), so they are transaction markers" + aborted
                                + ".");
        };
    }

    private boolean readsCommitted() {
        return isolation.get() == IsolationLevel.READ_COMMITTED;
    }

    private Policy policy(String topic) {
        Policy known = policies.get(topic);
        if (known != null) {
            return known;
        }
        policies.put(topic, Policy.UNKNOWN);
        ui.whenDone(cluster.cluster().topic(topic), (detail, thrown) -> {
            if (detail != null) {
                learn(topic, detail);
            }
        });
        return Policy.UNKNOWN;
    }

    private void learn(String topic, TopicDetail detail) {
        for (ConfigEntry entry : detail.config()) {
            if (entry.name().equals("cleanup.policy")) {
                boolean compacts =
                        Objects.requireNonNullElse(entry.value(), "compact").contains("compact");
                policies.put(topic, compacts ? Policy.COMPACTED : Policy.DELETED);
                redraw.run();
            }
        }
    }
}
