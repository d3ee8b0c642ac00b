package dev.surveyor.ui.topics;

/** What the sidebar asks of the window. Called on the JavaFX thread. */
public interface SidebarActions {

    void openTopic(String profileId, String topic);

    void openProducer(String profileId, String topic);

    void openGroup(String profileId, String groupId);

    void openBrokers(String profileId);

    /** Starts the sandbox and connects to it. */
    void startSandbox();

    void addConnection();
}
