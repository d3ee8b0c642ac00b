package dev.surveyor.ui.shell;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.topics.SidebarActions;
import java.util.List;

/**
 * Where the rows of the sidebar lead.
 *
 * @param window opens the pages
 * @param whenAdding shows the form for a new connection
 */
record SidebarLinks(Features.Window window, Runnable whenAdding) implements SidebarActions {

    @Override
    public void openTopic(String profileId, String topic) {
        window.open(new PageAddress(PageAddress.Kind.TOPIC, profileId, topic));
    }

    @Override
    public void openTogether(String profileId, List<String> topics) {
        window.open(new PageAddress(PageAddress.Kind.TOPICS, profileId, new Subscription.Topics(topics).text()));
    }

    @Override
    public void openProducer(String profileId, String topic) {
        window.open(new PageAddress(PageAddress.Kind.PRODUCER, profileId, topic));
    }

    @Override
    public void openGroup(String profileId, String groupId) {
        window.open(new PageAddress(PageAddress.Kind.GROUP, profileId, groupId));
    }

    @Override
    public void openBrokers(String profileId) {
        window.open(new PageAddress(PageAddress.Kind.BROKERS, profileId, ""));
    }

    @Override
    public void startSandbox() {
        window.startSandbox();
    }

    @Override
    public void addConnection() {
        whenAdding.run();
    }
}
