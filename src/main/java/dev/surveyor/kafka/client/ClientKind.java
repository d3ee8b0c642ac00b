package dev.surveyor.kafka.client;

import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The clients that Kafka has, each with the properties that it knows. */
public enum ClientKind {
    PRODUCER("producer"),
    CONSUMER("consumer"),
    ADMIN("admin");

    private final String text;

    ClientKind(String text) {
        this.text = text;
    }

    /** Returns a copy of the client's own definition of its properties. */
    public ConfigDef definition() {
        return switch (this) {
            case PRODUCER -> ProducerConfig.configDef();
            case CONSUMER -> ConsumerConfig.configDef();
            case ADMIN -> AdminClientConfig.configDef();
        };
    }

    /** Returns the names of the properties that this client knows. */
    public Set<String> propertyNames() {
        return switch (this) {
            case PRODUCER -> ProducerConfig.configNames();
            case CONSUMER -> ConsumerConfig.configNames();
            case ADMIN -> AdminClientConfig.configNames();
        };
    }

    /** Returns {@code producer}, {@code consumer} or {@code admin}. */
    @Override
    public String toString() {
        return text;
    }
}
