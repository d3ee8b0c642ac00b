package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.RunningTasks;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

/** The screens and pages of the features, as the frame of the window needs them. */
interface Features extends AutoCloseable {

    /** What pages ask of the window. */
    interface Window {

        /** Disconnects, or gives up connecting; asks first where that would cut off what is on its way. */
        void disconnect(ConnectionProfile profile);

        void open(PageAddress address);

        /** Shows a record in the table of its topic. */
        void goTo(ClusterSession session, PartitionOffset place);

        /** Opens a producer that is filled with the record. */
        void resend(ClusterSession session, ConsumedRecord record);

        /** Opens the search of a topic and starts it. */
        void search(ClusterSession session, String filter, SearchScope scope);

        CompletableFuture<?> sandboxReady(String bootstrapServer);

        void showConnections();

        void startSandbox();

        /** Shows the inspector if it is hidden. */
        void showInspector();

        /** Goes back to the workspace from a screen. */
        void showWorkspace();

        /** Lays a dialog over the window; the focus comes back to where it was when it is closed. */
        void show(Sheet dialog);

        /** Returns the long work that goes on, to add to it. */
        RunningTasks tasks();

        /** Notes a failure that no page is there to show, and opens the list of problems on it. */
        void problem(String connection, BrokerFailure failure);

        /** Opens the list of events of the connection at hand. */
        void showEvents();

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

    Node welcome();

    /** Puts the focus on the first choice of the welcome screen, or of the connections. */
    void focusScreen(Node screen);

    /** Gets ready for the first start of the sandbox, which the welcome screen suggests. */
    void expectSandbox();

    /** Returns the screen of the connections. */
    Node connections();

    Node sidebar();

    /** Brings the overview of every connection up to date. */
    void refreshSidebar();

    /** Points in the sidebar at what this page is about. */
    void pointAt(PageAddress address);

    void opened(ClusterSession session);

    void closed(ClusterSession session);

    Page page(PageAddress address, ClusterSession session);

    /** Starts the table of a topic at new records, as after a fresh start of the sandbox. */
    void startFollowing(Page topicPage);

    /** Asks what to write of a page's records to a file; nothing for a page without any. */
    void export(Page page);

    /** Asks which records to send to the topic of a page; nothing for a page of another kind. */
    void importRecords(Page page);

    /** Has the next page of that address go on with the rows of this one; nothing for a page without a table. */
    void carryOver(PageAddress address, Page page);

    /** Shows a record in a topic's page. */
    void showRecord(Page topicPage, PartitionOffset place);

    /** Fills a producer's form with the record. */
    void fill(Page producerPage, ConsumedRecord record);

    /** Starts a search in a page of searches. */
    void search(Page searchPage, String filter, SearchScope scope);

    /** Notes a failure that no client reported as an event. */
    void report(String connection, BrokerFailure failure);

    /** Returns how many different problems there are. */
    ReadOnlyIntegerProperty problemCount();

    /** Returns the lists of a connection for the bottom panel. */
    List<BottomPanel.Tab> bottom(ClusterSession session);

    /** Asks for a new group's name and topics, then opens its page. */
    void newGroup(ClusterSession session);

    /** Asks for the secrets that the profile needs, then connects; says what went wrong where it does not. */
    CompletableFuture<?> connect(ConnectionProfile profile);

    void startSandbox();

    @Override
    void close();
}
