package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.topics.SidebarViewModel;
import javafx.stage.Window;

/**
 * Passes on what bars, keys and the palette ask, to what does it.
 *
 * @param zoom how large everything is shown
 * @param sheets the place of dialogs
 * @param settingsSheet the dialog of the user's choices
 * @param keysSheet the dialog that lists all keys
 */
record WindowActions(
        Workspace workspace,
        Workbench workbench,
        OpenPages pages,
        Closing closing,
        MainWindow window,
        WindowMemory memory,
        BottomPanel bottomPanel,
        SidebarViewModel sidebar,
        Zoom zoom,
        Sheets sheets,
        Sheet settingsSheet,
        Sheet keysSheet)
        implements ShellActions {

    // What is open

    @Override
    public void connect(ConnectionProfile profile) {
        workspace.connect(profile);
    }

    @Override
    public void disconnect(ConnectionProfile profile) {
        closing.disconnect(profile);
    }

    @Override
    public void open(PageAddress address) {
        workbench.open(address);
    }

    @Override
    public void startSandbox() {
        workspace.startSandbox();
    }

    @Override
    public void connections() {
        workspace.showConnections();
    }

    @Override
    public void welcome() {
        workspace.showWelcome();
    }

    @Override
    public void closeTab() {
        pages.selected().ifPresent(closing::closeTab);
    }

    @Override
    public void reopenTab() {
        pages.takeLastClosed().ifPresent(workbench::open);
    }

    @Override
    public void refresh() {
        sidebar.refresh();
    }

    // What is in sight

    @Override
    public void toggleSidebar() {
        window.toggleSidebar();
        rememberRegions();
    }

    @Override
    public void toggleInspector() {
        window.toggleInspector();
        rememberRegions();
    }

    private void rememberRegions() {
        memory.keepRegions(window.sidebarShown(), window.inspectorShown());
    }

    @Override
    public void toggleBottomPanel() {
        bottomPanel.toggle();
    }

    @Override
    public void zoom(int by) {
        Window stage = window.getScene().getWindow();
        if (by == 0) {
            zoom.reset();
        } else {
            zoom.step(by, stage);
        }
        if (by > 0 && zoom.lacking(stage) > 0) {
            workbench.notice("This window has no room for a larger size; a larger window has.");
        }
    }

    @Override
    public void settings() {
        sheets.show(settingsSheet);
    }

    @Override
    public void keys() {
        sheets.show(keysSheet);
    }

    @Override
    public void focusRegion(int by) {
        new RegionCycle(window::regions).move(window.getScene().getFocusOwner(), by);
    }
}
