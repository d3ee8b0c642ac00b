package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.page.PageAddress;

/** What bars, keys and the palette ask of the window as a whole; one place, so that all of them do the same. */
interface ShellActions {

    void connect(ConnectionProfile profile);

    /** Disconnects, or gives up connecting; asks first where that would cut off what is on its way. */
    void disconnect(ConnectionProfile profile);

    void open(PageAddress address);

    void startSandbox();

    /** Shows the connections and their form. */
    void connections();

    void welcome();

    void toggleSidebar();

    void toggleInspector();

    void toggleBottomPanel();

    void settings();

    /** Lists all keys. */
    void keys();

    void closeTab();

    /** Opens the tab again that was closed last. */
    void reopenTab();

    /** Puts the focus into the next region of the window (1) or the one before (-1). */
    void focusRegion(int by);

    /** Shows everything larger (1), smaller (-1) or in its normal size (0). */
    void zoom(int by);

    /** Brings the sidebar up to date. */
    void refresh();
}
