package dev.surveyor.service.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionServiceTest {

    private static final BrokerFailure REFUSED = new BrokerFailure(
            "orders refused.", "Nothing listens.", List.of("Start it"), "", BrokerFailure.Kind.RETRIABLE);

    private final FakeProfileStore store = new FakeProfileStore();
    private final FakeConnector connector = new FakeConnector();
    private final ConnectionService service = new ConnectionService(store, connector, Runnable::run);

    private static ConnectionProfile profile(String id) {
        return new ConnectionProfile(
                id,
                "name " + id,
                Environment.DEVELOPMENT,
                List.of("localhost:9092"),
                "",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
    }

    private List<String> ids() {
        return service.profiles().stream().map(ConnectionProfile::id).toList();
    }

    private void begin(String id) {
        assertThat(service.connect(id, Map.of())).isNotDone();
    }

    @BeforeEach
    void load() {
        store.saved = List.of(profile("a"), profile("b"), profile("c"));
        service.load().join();
    }

    @Test
    void loading_gives_the_profiles_in_order_and_passes_the_messages_on() {
        store.messages = List.of("damaged");
        ConnectionService other = new ConnectionService(store, connector, Runnable::run);
        assertThat(other.load().join()).containsExactly("damaged");
        assertThat(other.profiles()).isEqualTo(store.saved);
    }

    @Test
    void what_there_is_to_know_of_a_saving_is_told() {
        List<String> told = new ArrayList<>();
        service.onMessage(told::add);
        store.savingSays = List.of("set aside");

        service.delete("a");

        assertThat(told).containsExactly("set aside");
    }

    @Test
    void what_is_saved_before_loading_ends_survives_it() {
        ConnectionService other = new ConnectionService(store, connector, Runnable::run);
        other.save(profile("new")).join();
        store.saved = List.of(profile("a"));
        other.load().join();
        assertThat(other.profiles()).extracting(ConnectionProfile::id).containsExactly("a", "new");
    }

    @Test
    void saving_a_known_id_replaces_in_place_and_a_new_one_goes_to_the_end() {
        service.save(profile("d")).join();
        service.save(profile("a")).join();
        assertThat(store.saved).extracting(ConnectionProfile::id).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_copy_stands_below_its_original_with_a_name_of_its_own() {
        service.duplicate("a");
        ConnectionProfile second = service.duplicate("a").orElseThrow();
        assertThat(second.name()).isEqualTo("name a copy 2");
        assertThat(service.profiles().get(1)).isEqualTo(second);
        assertThat(store.saved).hasSize(5);
    }

    @Test
    void undoing_a_deletion_puts_the_profile_back_where_it_was() {
        ConnectionService.Deleted deleted = service.delete("b").orElseThrow();
        assertThat(ids()).containsExactly("a", "c");
        service.restore(deleted).join();
        assertThat(ids()).containsExactly("a", "b", "c");
        assertThat(store.saved).hasSize(3);
    }

    @Test
    void moving_counts_places_without_the_moved_one() {
        service.move("a", 2).join();
        assertThat(ids()).containsExactly("b", "c", "a");
        service.move("a", 0).join();
        assertThat(ids()).containsExactly("a", "b", "c");
    }

    @Test
    void a_disk_that_refuses_fails_the_future_with_a_remedy_and_keeps_the_change() {
        store.readOnly = true;
        CompletableFuture<Void> saved = service.save(profile("d"));
        assertThatThrownBy(saved::join)
                .satisfies(thrown ->
                        assertThat(BrokerFailureException.in(thrown).remedies()).isNotEmpty());
        assertThat(ids()).contains("d");
        assertThat(service.saveFailure()).isPresent();
        store.readOnly = false;
        service.move("d", 0).join();
        assertThat(service.saveFailure()).isEmpty();
    }

    @Test
    void the_sandbox_appears_once_and_moves_with_its_port() {
        service.sandboxRuns("127.0.0.1:1111");
        service.sandboxRuns("127.0.0.1:2222");
        assertThat(service.profiles())
                .filteredOn(p -> p.id().equals(SandboxProfile.ID))
                .singleElement()
                .extracting(ConnectionProfile::bootstrapServersText)
                .isEqualTo("127.0.0.1:2222");
    }

    @Test
    void connecting_goes_from_connecting_to_connected_with_the_secrets() {
        CompletableFuture<ClusterSession> connected = service.connect("a", Map.of("p", new Secret("s")));
        assertThat(service.health("a")).isInstanceOf(ConnectionHealth.Connecting.class);
        assertThat(service.session("a")).isEmpty();
        FakeSession session = connector.succeed();
        assertThat(connected.join()).isSameAs(session);
        assertThat(service.session("a")).containsSame(session);
        assertThat(service.health("a")).isInstanceOf(ConnectionHealth.Connected.class);
        assertThat(connector.secrets).containsKey("p");
    }

    @Test
    void connecting_twice_is_connecting_once() {
        CompletableFuture<ClusterSession> first = service.connect("a", Map.of());
        CompletableFuture<ClusterSession> second = service.connect("a", Map.of());
        FakeSession session = connector.succeed();
        assertThat(connector.asked).hasSize(1);
        assertThat(first.join()).isSameAs(second.join());
        assertThat(service.connect("a", Map.of()).join()).isSameAs(session);
    }

    @Test
    void a_sandbox_that_runs_elsewhere_now_ends_the_session_with_its_old_place() {
        service.sandboxRuns("127.0.0.1:1111");
        var unused = service.connect(SandboxProfile.ID, Map.of());
        FakeSession old = connector.succeed();
        service.sandboxRuns("127.0.0.1:1111");
        assertThat(old.closed).isFalse();
        service.sandboxRuns("127.0.0.1:2222");
        assertThat(old.closed).isTrue();
        var again = service.connect(SandboxProfile.ID, Map.of());
        FakeSession fresh = connector.succeed();
        assertThat(again.join()).isSameAs(fresh);
        assertThat(fresh.profile().bootstrapServers()).containsExactly("127.0.0.1:2222");
    }

    @Test
    void several_connections_are_open_at_once() {
        begin("a");
        FakeSession a = connector.succeed();
        begin("b");
        FakeSession b = connector.succeed();
        service.disconnect("a");
        assertThat(a.closed).isTrue();
        assertThat(b.closed).isFalse();
        assertThat(service.session("b")).containsSame(b);
    }

    @Test
    void disconnecting_while_connecting_cancels_the_attempt() {
        CompletableFuture<ClusterSession> connected = service.connect("a", Map.of());
        service.disconnect("a");
        assertThat(connector.attempts.get(0)).isCancelled();
        assertThat(connected).isCompletedExceptionally();
        assertThat(service.health("a")).isInstanceOf(ConnectionHealth.Disconnected.class);
    }

    @Test
    void a_session_that_comes_after_the_disconnect_is_closed() {
        CompletableFuture<ClusterSession> slow = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        ConnectionService late = new ConnectionService(store, (profile, secrets) -> slow, Runnable::run);
        late.load().join();
        CompletableFuture<ClusterSession> cancelled = late.connect("a", Map.of());
        late.disconnect("a");
        FakeSession session = new FakeSession(profile("a"));
        slow.complete(session);
        assertThat(session.closed).isTrue();
        assertThat(cancelled).isCompletedExceptionally();
        assertThat(late.session("a")).isEmpty();
    }

    @Test
    void a_failure_is_remembered_and_the_next_try_starts_afresh() {
        CompletableFuture<ClusterSession> connected = service.connect("a", Map.of());
        connector.attempts.get(0).completeExceptionally(new BrokerFailureException(REFUSED, null));
        assertThat(connected).isCompletedExceptionally();
        assertThat(service.health("a")).isEqualTo(new ConnectionHealth.Failed(REFUSED));
        begin("a");
        assertThat(service.health("a")).isInstanceOf(ConnectionHealth.Connecting.class);
        connector.succeed();
        assertThat(service.session("a")).isPresent();
    }

    @Test
    void deleting_a_connected_profile_closes_its_session() {
        begin("a");
        FakeSession session = connector.succeed();
        service.delete("a");
        assertThat(session.closed).isTrue();
    }

    @Test
    void the_health_of_a_session_reaches_the_listeners() {
        begin("a");
        FakeSession session = connector.succeed();
        AtomicInteger changes = new AtomicInteger();
        Runnable stop = service.onChange(changes::incrementAndGet);
        ConnectionHealth gone = new ConnectionHealth.Reconnecting(REFUSED, 1, Instant.EPOCH, Instant.EPOCH);
        session.health(gone);
        assertThat(service.health("a")).isEqualTo(gone);
        assertThat(changes).hasValue(1);
        stop.run();
        session.health(new ConnectionHealth.Disconnected());
        assertThat(changes).hasValue(1);
    }

    @Test
    void closing_closes_every_session_and_refuses_new_ones() {
        begin("a");
        FakeSession session = connector.succeed();
        CompletableFuture<ClusterSession> pending = service.connect("b", Map.of());
        service.close();
        assertThat(session.closed).isTrue();
        assertThat(pending).isCompletedExceptionally();
        assertThat(service.connect("a", Map.of())).isCompletedExceptionally();
    }

    @Test
    void connecting_to_a_deleted_profile_fails_with_a_remedy() {
        service.delete("a");
        assertThat(service.connect("a", Map.of())).isCompletedExceptionally();
    }
}
