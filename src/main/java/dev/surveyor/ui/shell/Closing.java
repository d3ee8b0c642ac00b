package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.parts.RunningTasks;

/**
 * Closes tabs, connections and the window; where that would cut off what is on its way, the user is asked first. For the
 * JavaFX thread only.
 *
 * @param question asks
 * @param pages the tabs
 * @param tasks the long work that goes on
 */
record Closing(ClosingViewModel question, OpenPages pages, RunningTasks tasks, ConnectionService connections) {

    void closeTab(OpenPage page) {
        question.close(
                "Close " + page.page().titleProperty().get() + "?", page.page()::unfinished, () -> pages.close(page));
    }

    void disconnect(ConnectionProfile profile) {
        question.disconnect(
                "Disconnect from " + profile.name() + "?",
                () -> unfinished(profile),
                () -> connections.disconnect(profile.id()));
    }

    /**
     * Closes the window.
     *
     * @param closer does it; called once at most
     */
    void closeWindow(Runnable closer) {
        question.close("Close Surveyor?", this::unfinished, closer);
    }

    private Unfinished unfinished() {
        return pages.pages().stream()
                .map(page -> page.page().unfinished())
                .reduce(tasks.unfinished(), Unfinished::plus);
    }

    private Unfinished unfinished(ConnectionProfile profile) {
        return pages.pages().stream()
                .filter(page -> page.address().profileId().equals(profile.id()))
                .map(page -> page.page().unfinished())
                .reduce(Unfinished.NOTHING, Unfinished::plus);
    }
}
