package dev.surveyor.ui.records;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the strip above the rows says: the cluster first, then a full buffer, then what the user was told last. */
final class TableNotices {

    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private @Nullable Notice told;

    ReadOnlyObjectProperty<Notice> property() {
        return notice.getReadOnlyProperty();
    }

    /** Says this until something else is said, null for nothing. */
    void tell(@Nullable Notice now) {
        told = now;
    }

    /** Shows what is most pressing now. */
    void show(TableConsumer consumer, RowFeed feed) {
        Notice outage = consumer.outage(feed.lastArrival());
        if (outage != null) {
            notice.set(outage);
        } else if (consumer.stateProperty().get() == TableState.PAUSED_BUFFER
                && !feed.place().dropping()) {
            notice.set(new Notice.BufferFull());
        } else {
            notice.set(told == null ? new Notice.None() : told);
        }
    }
}
