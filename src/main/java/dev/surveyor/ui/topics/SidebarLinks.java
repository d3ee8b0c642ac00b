package dev.surveyor.ui.topics;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;
import java.util.List;

/**
 * Where the rows of the sidebar lead.
 *
 * @param workbench opens the pages
 * @param whenStarting starts the sandbox and connects to it
 * @param whenAdding shows the form for a new connection
 */
public record SidebarLinks(Workbench workbench, Runnable whenStarting, Runnable whenAdding) implements SidebarActions {

    @Override
    public void openTopic(String profileId, String topic) {
        workbench.open(new PageAddress(PageAddress.Kind.TOPIC, profileId, topic));
    }

    @Override
    public void openTogether(String profileId, List<String> topics) {
        workbench.open(new PageAddress(PageAddress.Kind.TOPICS, profileId, new Subscription.Topics(topics).text()));
    }

    @Override
    public void openProducer(String profileId, String topic) {
        workbench.open(new PageAddress(PageAddress.Kind.PRODUCER, profileId, topic));
    }

    @Override
    public void openGroup(String profileId, String groupId) {
        workbench.open(new PageAddress(PageAddress.Kind.GROUP, profileId, groupId));
    }

    @Override
    public void openBrokers(String profileId) {
        workbench.open(new PageAddress(PageAddress.Kind.BROKERS, profileId, ""));
    }

    @Override
    public void startSandbox() {
        whenStarting.run();
    }

    @Override
    public void addConnection() {
        whenAdding.run();
    }
}
