package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The brokers of a cluster as they were when last read. For the JavaFX thread only. */
final class BrokersViewModel implements AutoCloseable {

    private final ClusterReader cluster;
    private final UiExecutor ui;
    private @Nullable CompletableFuture<ClusterOverview> pending;

    // Properties

    private final ObjectProperty<@Nullable List<BrokerInfo>> brokers = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BrokerFailure> failure = new SimpleObjectProperty<>();
    private final BooleanProperty loading = new SimpleBooleanProperty();

    BrokersViewModel(ClusterReader cluster, UiExecutor ui) {
        this.cluster = cluster;
        this.ui = ui;
    }

    /** Returns the brokers by node id, null until they are read. */
    ReadOnlyObjectProperty<@Nullable List<BrokerInfo>> brokersProperty() {
        return brokers;
    }

    /** Returns why the last reading failed, null where it did not; what was read before stays. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure;
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading;
    }

    // Commands

    /** Reads the brokers again; a reading under way is given up. */
    void refresh() {
        cancel();
        loading.set(true);
        failure.set(null);
        CompletableFuture<ClusterOverview> question = cluster.overview();
        pending = question;
        ui.whenDone(question, (answer, failed) -> answered(question, answer, failed));
    }

    /** Gives up on what is being read. */
    void cancel() {
        CompletableFuture<ClusterOverview> given = pending;
        pending = null;
        loading.set(false);
        if (given != null) {
            given.cancel(true);
        }
    }

    @Override
    public void close() {
        cancel();
    }

    private void answered(
            CompletableFuture<ClusterOverview> question, @Nullable ClusterOverview answer, @Nullable Throwable failed) {
        if (pending != question) {
            return;
        }
        pending = null;
        loading.set(false);
        if (answer != null) {
            brokers.set(answer.brokers());
        } else if (failed != null) {
            failure.set(BrokerFailureException.in(failed));
        }
    }
}
