package dev.surveyor.ui.producer;

import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Where a record goes: topic, partition and timestamp, with the partition that the key will lead to. */
final class Target {

    /** The partition is left to the partitioner. */
    static final int AUTO = -1;

    private static final long BETWEEN_LOOKS_MS = 5_000;

    private final ClusterReader cluster;
    private final Producers producers;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final ObservableValue<ZoneId> zone;

    private final ObservableList<String> topics = FXCollections.observableArrayList();
    private final StringProperty topic = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper partitions = new ReadOnlyIntegerWrapper(0);
    private final IntegerProperty partition = new SimpleIntegerProperty(AUTO);
    private final BooleanProperty fixedTime = new SimpleBooleanProperty(false);
    private final StringProperty time = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private long askedAt;

    Target(
            ClusterReader cluster,
            Producers producers,
            UiExecutor uiExecutor,
            Clock clock,
            ObservableValue<ZoneId> zone) {
        this.cluster = cluster;
        this.producers = producers;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.zone = zone;
        topic.addListener((observable, old, now) -> readPartitions());
    }

    // Properties

    ObservableList<String> topics() {
        return topics;
    }

    StringProperty topicProperty() {
        return topic;
    }

    /** Returns the zone in which times are typed and shown. */
    ObservableValue<ZoneId> zone() {
        return zone;
    }

    /** Returns how many partitions the topic has, 0 until it is known. */
    ReadOnlyIntegerProperty partitionsProperty() {
        return partitions.getReadOnlyProperty();
    }

    /** Returns the fixed partition, or {@link #AUTO}. */
    IntegerProperty partitionProperty() {
        return partition;
    }

    BooleanProperty fixedTimeProperty() {
        return fixedTime;
    }

    StringProperty timeProperty() {
        return time;
    }

    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    // Readings

    /** Returns the partition that the default partitioner gives the key, or -1 where that is decided at send. */
    int predicted(Payload key) {
        byte[] bytes = key.sampleBytes();
        if (bytes == null || partition.get() != AUTO || partitions.get() == 0 || key.varies()) {
            return -1;
        }
        return producers.partitionForKey(bytes, partitions.get());
    }

    /** Returns the fixed time, or null for the time of each send. */
    @Nullable
    Instant timestamp() {
        return fixedTime.get()
                ? new TimeReader(zone.getValue(), clock.instant())
                        .moment(time.get())
                        .orElse(null)
                : null;
    }

    /** Returns the time in words, local and UTC; empty where it is not fixed. */
    String timestampWords() {
        Instant at = timestamp();
        return at == null ? "" : new Times(zone.getValue()).full(at) + " = " + Times.iso(at);
    }

    /** Returns why there is nowhere to send to; empty where there is. */
    String problem() {
        if (topic.get() == null || topic.get().isBlank()) {
            return "Choose a topic.";
        }
        if (fixedTime.get() && timestamp() == null) {
            return "Timestamp: expected " + TimeReader.EXPECTED + ".";
        }
        if (partitions.get() > 0 && partition.get() >= partitions.get()) {
            return "Topic " + topic.get() + " has no partition " + partition.get() + ", only 0 to "
                    + (partitions.get() - 1) + ".";
        }
        return "";
    }

    // Commands

    /** Reads the names of the topics. */
    void refresh() {
        uiExecutor.whenDone(cluster.overview(), (overview, thrown) -> {
            if (overview == null) {
                failure.set(BrokerFailureException.in(thrown));
                return;
            }
            failure.set(null);
            topics.setAll(overview.topics().stream()
                    .filter(found -> !found.internal())
                    .map(TopicSummary::name)
                    .sorted()
                    .toList());
            readPartitions();
        });
    }

    /** Looks from time to time whether the topic has got partitions. */
    void tick() {
        if (clock.millis() - askedAt >= BETWEEN_LOOKS_MS) {
            askForPartitions();
        }
    }

    private void readPartitions() {
        partitions.set(0);
        askForPartitions();
    }

    private void askForPartitions() {
        askedAt = clock.millis();
        String asked = topic.get();
        if (asked == null || asked.isBlank() || (!topics.isEmpty() && !topics.contains(asked))) {
            return;
        }
        uiExecutor.whenDone(cluster.partitions(asked), (found, thrown) -> {
            if (found != null && asked.equals(topic.get())) {
                partitions.set(found.size());
            }
        });
    }
}
