package dev.surveyor.ui.page;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.parts.RunningTasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Notes what is asked of the window. */
public final class FakeWorkbench implements Workbench {

    public final List<PageAddress> opened = new ArrayList<>();
    public final List<Sheet> dialogs = new ArrayList<>();
    public final List<String> said = new ArrayList<>();
    private final RunningTasks tasks = new RunningTasks(Clock.systemUTC());
    private final Function<PageAddress, Page> pages;

    /** Opens pages that can do nothing. */
    public FakeWorkbench() {
        this(address -> new FakePage(address.title(), Page.Mark.NONE));
    }

    /** Opens these pages. */
    public FakeWorkbench(Function<PageAddress, Page> pages) {
        this.pages = pages;
    }

    @Override
    public Page open(PageAddress address) {
        opened.add(address);
        return pages.apply(address);
    }

    @Override
    public void show(Sheet dialog) {
        dialogs.add(dialog);
    }

    @Override
    public void showList(String title) {
        said.add("list " + title);
    }

    @Override
    public void showInspector() {
        said.add("inspector");
    }

    @Override
    public RunningTasks tasks() {
        return tasks;
    }

    @Override
    public void problem(String connection, BrokerFailure failure) {
        said.add(connection + ": " + failure.what());
    }

    @Override
    public void notice(String text) {
        said.add(text);
    }

    @Override
    public void notice(String text, String actionWords, Runnable action) {
        said.add(text + " [" + actionWords + "]");
    }

    @Override
    public Runnable offerUndo(String text, Runnable undo, Runnable gone) {
        said.add(text + " [Undo]");
        return () -> {};
    }
}
