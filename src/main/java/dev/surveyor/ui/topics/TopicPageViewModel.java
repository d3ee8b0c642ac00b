package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.TopicGroupReader;
import dev.surveyor.service.group.TopicGroupRow;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What is known of one topic: partitions, settings and the groups that read it. For the JavaFX thread only. */
final class TopicPageViewModel implements AutoCloseable {

    private static final Comparator<ConfigEntry> MODIFIED_FIRST =
            Comparator.comparing(ConfigEntry::isDefault).thenComparing(ConfigEntry::name);

    private final ClusterReader cluster;
    private final String topic;
    private final UiExecutor ui;
    private @Nullable CompletableFuture<?> pending;
    private int turn;

    // Properties

    private final ObjectProperty<@Nullable TopicDetail> detail = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable List<TopicGroupRow>> groups = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BrokerFailure> failure = new SimpleObjectProperty<>();
    private final BooleanProperty loading = new SimpleBooleanProperty();

    TopicPageViewModel(ClusterReader cluster, String topic, UiExecutor ui) {
        this.cluster = cluster;
        this.topic = topic;
        this.ui = ui;
    }

    String topic() {
        return topic;
    }

    /** Returns partitions and settings, null until they are read. */
    ReadOnlyObjectProperty<@Nullable TopicDetail> detailProperty() {
        return detail;
    }

    /** Returns the groups that read the topic, null until they are read. */
    ReadOnlyObjectProperty<@Nullable List<TopicGroupRow>> groupsProperty() {
        return groups;
    }

    /** Returns why the last reading failed, null where it did not; what was read before stays. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure;
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading;
    }

    /** Returns the settings, those that somebody has set first. */
    List<ConfigEntry> config() {
        TopicDetail read = detail.get();
        return read == null
                ? List.of()
                : read.config().stream().sorted(MODIFIED_FIRST).toList();
    }

    // Commands

    /** Reads all again; a reading under way is given up. */
    void refresh() {
        cancel();
        int mine = ++turn;
        loading.set(true);
        failure.set(null);
        CompletableFuture<TopicDetail> question = cluster.topic(topic);
        pending = question;
        ui.whenDone(question, (answer, failed) -> topicRead(mine, answer, failed));
    }

    /** Gives up on what is being read. */
    void cancel() {
        turn++;
        loading.set(false);
        if (pending != null) {
            pending.cancel(true);
            pending = null;
        }
    }

    @Override
    public void close() {
        cancel();
    }

    private void topicRead(int mine, @Nullable TopicDetail answer, @Nullable Throwable failed) {
        if (mine != turn) {
            return;
        }
        if (answer == null) {
            fail(failed);
            return;
        }
        detail.set(answer);
        CompletableFuture<List<TopicGroupRow>> question = new TopicGroupReader(cluster, answer).read();
        pending = question;
        ui.whenDone(question, (rows, problem) -> groupsRead(mine, rows, problem));
    }

    private void groupsRead(int mine, @Nullable List<TopicGroupRow> rows, @Nullable Throwable failed) {
        if (mine != turn) {
            return;
        }
        if (rows == null) {
            fail(failed);
            return;
        }
        groups.set(rows);
        loading.set(false);
    }

    private void fail(@Nullable Throwable failed) {
        loading.set(false);
        failure.set(BrokerFailureException.in(
                failed == null ? new IllegalStateException("no answer and no failure") : failed));
    }
}
