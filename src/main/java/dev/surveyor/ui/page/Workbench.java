package dev.surveyor.ui.page;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.parts.RunningTasks;
import java.util.function.Consumer;

/** What a page may ask of the window. For the JavaFX thread only. */
public interface Workbench {

    /** Selects the page of that address, makes it where it is not open, and brings it into sight with the focus. */
    Page open(PageAddress address);

    /**
     * Opens the page of that address and has it do something, where it can: a page whose connection is not open can do
     * nothing yet.
     *
     * @param ability what the page has to be able to do
     * @param wish called once with the page, at once
     */
    default <A> void open(PageAddress address, Class<A> ability, Consumer<? super A> wish) {
        open(address).as(ability).ifPresent(wish);
    }

    /** Opens the page of a record's topic and brings the record into sight there. */
    default void showRecord(ClusterSession session, PartitionOffset at) {
        PageAddress topic =
                PageAddress.of(PageAddress.Kind.TOPIC, session, at.partition().topic());
        open(topic, ShowsRecord.class, page -> page.showRecord(at));
    }

    /** Opens the producer of a record's topic with exactly the bytes of the record. */
    default void resend(ClusterSession session, ConsumedRecord record) {
        PageAddress producer = PageAddress.of(
                PageAddress.Kind.PRODUCER, session, record.partition().topic());
        open(producer, TakesRecord.class, page -> page.take(record));
    }

    /** Lays a dialog over the window; the focus comes back to where it was when it is closed. */
    void show(Sheet dialog);

    /** Opens a list of the panel at the bottom, for instance {@code Events}. */
    void showList(String title);

    /** Shows the inspector if it is hidden. */
    void showInspector();

    /** Returns the long work that goes on, to add to it. */
    RunningTasks tasks();

    /** Notes a failure that no page is there to show, and opens the list of problems on it. */
    void problem(String connection, BrokerFailure failure);

    /** Says something at the foot of the window for some seconds. */
    void notice(String text);

    /** Says it together with one thing to do about it, for instance Undo. */
    void notice(String text, String actionWords, Runnable action);

    /**
     * Says it together with a way to take it back, for ten seconds.
     *
     * @param gone called once when it can no longer be taken back so, or was
     * @return takes the offer away
     */
    Runnable offerUndo(String text, Runnable undo, Runnable gone);
}
