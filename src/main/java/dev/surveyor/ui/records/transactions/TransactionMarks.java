package dev.surveyor.ui.records.transactions;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.Transactions;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.service.transaction.KnownTransactions;
import dev.surveyor.service.transaction.TransactionLookup;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether records of aborted transactions are marked or hidden, and which those are; kept per topic. They are looked up
 * while they are marked, hidden, or asked for by the filter or a highlight rule. For the JavaFX thread only.
 */
public final class TransactionMarks {

    private static final String MARK = "mark";
    private static final String HIDE = "hide";

    private final Settings settings;
    private final Setting<String> setting;
    private final Consumer<Notice> tell;
    private final TransactionWatch watch;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper hiding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper doubt = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private boolean filterAsks;
    private boolean rulesAsk;
    private boolean sayWhatIsFound;
    private long received;

    /**
     * @param topics whose records these are; what is chosen is kept for them
     */
    public TransactionMarks(
            RecordBuffer buffer,
            TransactionLookup lookup,
            String topics,
            Settings settings,
            UiExecutor ui,
            Clock clock,
            Consumer<Notice> tell) {
        this.settings = settings;
        this.setting = Setting.ofTopic("records.aborted", topics, Setting::text, text -> text);
        this.tell = tell;
        this.watch = new TransactionWatch(buffer, lookup, ui, clock, this::answered);
        String kept = setting.in(settings).orElse("");
        wanted.set(kept.contains(MARK));
        hidden.set(kept.contains(HIDE));
        wanted.addListener((source, before, now) -> {
            sayWhatIsFound = now;
            chosen();
            if (now) {
                watch.askNow();
            }
        });
        hidden.addListener((source, before, now) -> chosen());
        want();
    }

    // Properties

    /** Whether records of aborted and open transactions are marked. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Whether records of aborted transactions are to be hidden. */
    public BooleanProperty hiddenProperty() {
        return hidden;
    }

    /** Returns whether they are: from the moment on at which those that are kept have been looked up. */
    public ReadOnlyBooleanProperty hidingProperty() {
        return hiding.getReadOnlyProperty();
    }

    /** Returns a number that changes whenever more is known. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Returns what is not known of kept records, and why, in a few words; empty where all is. */
    public ReadOnlyStringProperty doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    /** Returns how many kept records were of aborted transactions when they were looked up last. */
    public long aborted() {
        return watch.counts().aborted();
    }

    /** Returns what the filter may ask, on any thread. */
    public Transactions known() {
        return watch.known();
    }

    /** Returns what is to be marked of the record's transaction, null where nothing is. */
    public @Nullable TransactionState of(ConsumedRecord record) {
        return wanted.get() ? watch.known().of(record) : null;
    }

    /** Returns what there is to say about the record's transaction, in words. */
    public String words(ConsumedRecord record) {
        return watch.known().words(record);
    }

    // Commands

    /** Looks up for the filter, too, or no more. */
    public void serveFilter(boolean asks) {
        filterAsks = asks;
        want();
    }

    /** Looks up for the rules that highlight, too, or no more. */
    public void serveRules(boolean asks) {
        rulesAsk = asks;
        want();
    }

    /** Asks about what came meanwhile, not too often; returns whether there is more to ask about. */
    public boolean tick(long receivedNow) {
        received = receivedNow;
        boolean more = watch.tick(receivedNow);
        showDoubt();
        return more;
    }

    /** Looks up no more: the rows may be those of another table now. */
    public void close() {
        watch.close();
    }

    private void chosen() {
        setting.keep(settings, ((wanted.get() ? MARK : "") + (hidden.get() ? " " + HIDE : "")).strip());
        want();
        changed();
    }

    private void want() {
        watch.want(wanted.get() || hidden.get() || filterAsks || rulesAsk);
        hiding.set(hidden.get() && watch.complete());
        showDoubt();
    }

    private void answered(boolean more, @Nullable BrokerFailure failure) {
        hiding.set(hidden.get() && watch.complete());
        showDoubt();
        if (failure != null) {
            tell.accept(new Notice.Told(
                    "Transactions could not be looked up: " + failure.what(),
                    failure.whyAndRemedy() + " It is tried again every few seconds."));
        } else if (sayWhatIsFound && !watch.failing()) {
            sayWhatIsFound = false;
            tell.accept(found(watch.counts()));
        }
        if (more) {
            changed();
        }
    }

    private static Notice found(KnownTransactions.Counts counts) {
        return new Notice.Told(
                Counted.of(counts.aborted(), "kept record is", "kept records are") + " of aborted transactions, "
                        + Numbers.grouped(counts.open()) + " in or behind open ones.",
                "They are struck through, or have a clock at the left. A reader of committed records does not get them;"
                        + " new records are looked up every few seconds.");
    }

    private void showDoubt() {
        long gone = watch.counts().gone();
        String unknown = gone == 0 ? "" : Numbers.grouped(gone) + " not known";
        String state = watch.failing() ? "look-up failed" : watch.pending(received) ? "looking up…" : "";
        doubt.set(unknown + (unknown.isEmpty() || state.isEmpty() ? "" : ", ") + state);
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
