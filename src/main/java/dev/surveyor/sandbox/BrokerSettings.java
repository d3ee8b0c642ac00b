package dev.surveyor.sandbox;

import java.nio.file.Path;
import java.util.Properties;

/** The {@code server.properties} of a broker that is its own controller and listens on the loopback address only. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Properties of(BrokerPorts ports, Path data) {
        String broker = "PLAINTEXT://" + ports.bootstrapServer();
        String controller = "127.0.0.1:" + ports.controller();
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + controller);
        settings.setProperty("listeners", broker + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", broker);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", data.toString());
        oneCopyOfEverything(settings);
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a crash the controller holds the broker's place for this long; the usual nine seconds are felt.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // A member that was killed is missed after seconds, not after most of a minute, so that people see it happen.
        settings.setProperty("group.consumer.session.timeout.ms", "6000");
        settings.setProperty("group.consumer.min.session.timeout.ms", "3000");
        settings.setProperty("group.consumer.heartbeat.interval.ms", "1000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "500");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        // Otherwise the controller writes a record twice a second that says nothing: a third of what an idle broker
        // costs.
        settings.setProperty("metadata.max.idle.interval.ms", "0");
        return settings;
    }

    private static void oneCopyOfEverything(Properties settings) {
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "8");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "4");
    }
}
