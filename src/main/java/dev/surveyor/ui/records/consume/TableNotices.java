package dev.surveyor.ui.records.consume;

import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.rows.RowFeed;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the strip above the rows says: the cluster first, then a full buffer, then what the user was told last, then
 * partitions that give nothing. For the JavaFX thread only.
 */
public final class TableNotices {

    private final TableConsumer consumer;
    private final RowFeed feed;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private @Nullable Notice told;

    public TableNotices(TableConsumer consumer, RowFeed feed) {
        this.consumer = consumer;
        this.feed = feed;
    }

    /** Returns what is most pressing now. */
    public ReadOnlyObjectProperty<Notice> shownProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Says this until something else is said, or the user has read it. */
    public void tell(Notice now) {
        told = now;
        show();
    }

    /** Takes away what answered a question of the user. */
    public void dismiss() {
        told = null;
        show();
    }

    /** Takes this back, if nothing else was said since. */
    public void withdraw(Notice old) {
        if (old.equals(told)) {
            dismiss();
        }
    }

    /** Looks again at what is most pressing. */
    public void show() {
        Notice outage = consumer.outage(feed.lastArrival());
        if (outage != null) {
            notice.set(outage);
        } else if (consumer.stateProperty().get() == TableState.PAUSED_BUFFER
                && !feed.position().dropping()) {
            notice.set(new Notice.BufferFull());
        } else {
            notice.set(told == null ? consumer.missing() : told);
        }
    }
}
