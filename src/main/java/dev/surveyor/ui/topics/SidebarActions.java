package dev.surveyor.ui.topics;

import java.util.List;

/** What the sidebar asks of the window. Called on the JavaFX thread. */
public interface SidebarActions {

    void openTopic(String profileId, String topic);

    /**
     * Opens one table for several topics.
     *
     * @param topics at least two
     */
    void openTogether(String profileId, List<String> topics);

    void openProducer(String profileId, String topic);

    void openGroup(String profileId, String groupId);

    void openBrokers(String profileId);

    /** Starts the sandbox and connects to it. */
    void startSandbox();

    void addConnection();
}
