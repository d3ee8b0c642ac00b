package dev.surveyor.ui.shell;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.parts.Toasts;

/**
 * Does what pages ask of the window.
 *
 * @param sheets the place of dialogs
 * @param notices the foot of the window
 * @param tasks the long work that goes on
 * @param lists keep the problems
 */
record WindowWorkbench(
        Tabs tabs, MainWindow window, Sheets sheets, Toasts notices, RunningTasks tasks, SessionLists lists)
        implements Workbench {

    @Override
    public Page open(PageAddress address) {
        Page page = tabs.open(address).page();
        window.showWorkspace();
        page.focus();
        return page;
    }

    @Override
    public void show(Sheet dialog) {
        sheets.show(dialog);
    }

    @Override
    public void showList(String title) {
        window.showBottom(title);
    }

    @Override
    public void showInspector() {
        if (!window.inspectorShown()) {
            window.toggleInspector();
        }
    }

    @Override
    public void problem(String connection, BrokerFailure failure) {
        lists.report(connection, failure);
        showList("Problems");
    }

    @Override
    public void notice(String text) {
        notices.show(text);
    }

    @Override
    public void notice(String text, String actionWords, Runnable action) {
        notices.show(text, actionWords, action);
    }

    @Override
    public Runnable offerUndo(String text, Runnable undo, Runnable gone) {
        return notices.show(text, "Undo", undo, gone);
    }
}
