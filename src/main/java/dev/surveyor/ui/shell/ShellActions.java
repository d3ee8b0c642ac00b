package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;

/** What the bars, the keys and the palette can ask of the window; one place, so that all of them do the same. */
interface ShellActions {

    void connect(ConnectionProfile profile);

    /** Disconnects, or gives up connecting; asks first where that would cut off what is on its way. */
    void disconnect(ConnectionProfile profile);

    void open(PageAddress address);

    void startSandbox();

    /** Shows the connections and their form. */
    void connections();

    void welcome();

    /** Shows the records of the topic at hand, or asks which one. */
    void consume();

    /** Asks which topics to show in one table. */
    void consumeSeveral();

    /** Opens the producer of the topic at hand, or asks for which topic. */
    void produce();

    /** Opens the search of the topic at hand, or asks which topic to search. */
    void search();

    /** Asks what to write of the page at hand to a file, or of which topic. */
    void export();

    /** Asks which records to send to the topic at hand, or to which topic. */
    void importRecords();

    /** Opens the group at hand, or asks which one. */
    void groups();

    void toggleSidebar();

    void toggleInspector();

    void toggleBottomPanel();

    void settings();

    /** Lists all keys. */
    void keys();

    void palette();

    /** Asks where to go: a record, a topic or a group. */
    void goToReference();

    void closeTab();

    /** Opens the tab again that was closed last. */
    void reopenTab();

    /** Puts the focus into the next region of the window (1) or the one before (-1). */
    void focusRegion(int by);

    /** Brings the sidebar up to date. */
    void refresh();
}
