package dev.surveyor.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.FakeCatalog;
import dev.surveyor.service.connection.FakeConnector;
import dev.surveyor.service.connection.FakeProfileStore;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.service.decode.RegistryProperties;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {

    private final FakeProfileStore store = new FakeProfileStore();
    private final FakeConnector connector = new FakeConnector();
    private final ConnectionService service = new ConnectionService(store, connector, Runnable::run);
    private final FakeDialogs dialogs = new FakeDialogs();
    private final ManualPulse pulse = new ManualPulse();
    private final List<String> calls = new ArrayList<>();
    private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private ConnectionsViewModel model = newModel();

    private ConnectionsViewModel newModel() {
        return new ConnectionsViewModel(
                service,
                new RegistryProperties(new FakeCatalog()),
                new ConnectFlow(service, dialogs),
                new DirectUiExecutor(),
                pulse,
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return clock.instant();
                    }
                },
                new ConnectionsActions(
                        profile -> calls.add("connected " + profile.id()),
                        () -> calls.add("start sandbox"),
                        profile -> service.disconnect(profile.id())));
    }

    private static ConnectionProfile profile(String id, Set<String> secrets) {
        return new ConnectionProfile(
                id,
                "name " + id,
                Environment.STAGING,
                List.of("b1." + id + ":9092"),
                "",
                SecuritySettings.NONE,
                Map.of("request.timeout.ms", "1000"),
                secrets);
    }

    @BeforeEach
    void load() {
        store.saved = List.of(profile("a", Set.of()), profile("b", Set.of("sasl.jaas.config")), profile("c", Set.of()));
        service.load().join();
    }

    private List<String> ids() {
        return model.rows().stream().map(ConnectionRow::id).toList();
    }

    private ConnectionForm form() {
        return Objects.requireNonNull(model.formProperty().get(), "no form is shown");
    }

    @Test
    void the_list_shows_the_profiles_in_order_and_filters_by_name_host_and_environment() {
        assertThat(ids()).containsExactly("a", "b", "c");
        model.filterProperty().set("b1.c");
        assertThat(ids()).containsExactly("c");
        model.filterProperty().set("STAGING");
        assertThat(ids()).hasSize(3);
        assertThat(model.summaryProperty().get()).isEqualTo("3 profiles · 0 connected");
    }

    @Test
    void an_edit_is_unsaved_until_saved_and_then_on_the_disk() {
        model.select("a");
        assertThat(form().changedProperty().get()).isFalse();
        form().serversProperty().set("other:9092, more:9093");
        assertThat(form().changedProperty().get()).isTrue();
        assertThat(model.rows().get(0).unsaved()).isTrue();
        model.save();
        assertThat(form().changedProperty().get()).isFalse();
        assertThat(store.saved.get(0).bootstrapServers()).containsExactly("other:9092", "more:9093");
        assertThat(store.saved.get(0).properties()).containsEntry("request.timeout.ms", "1000");
    }

    @Test
    void what_is_typed_survives_looking_at_another_connection_and_goes_with_revert() {
        model.select("a");
        form().nameProperty().set("changed");
        model.select("b");
        model.select("a");
        assertThat(form().nameProperty().get()).isEqualTo("changed");
        model.revert();
        assertThat(form().nameProperty().get()).isEqualTo("name a");
    }

    @Test
    void a_new_connection_says_what_is_missing_and_is_saved_at_the_end() {
        model.add();
        assertThat(form().blockerProperty().get()).contains("name");
        assertThat(model.rows().get(3).saved()).isFalse();
        form().nameProperty().set("fresh");
        form().serversProperty().set("localhost");
        assertThat(form().serversProblemProperty().get()).contains("Add a port behind 'localhost'");
        model.save();
        assertThat(store.saved).hasSize(3);
        form().serversProperty().set("localhost:9092");
        model.save();
        assertThat(store.saved).hasSize(4);
        assertThat(ids()).hasSize(4);
    }

    @Test
    void reverting_a_new_connection_removes_it() {
        model.add();
        model.revert();
        assertThat(ids()).containsExactly("a", "b", "c");
        assertThat(model.formProperty().get()).isNull();
    }

    @Test
    void properties_are_checked_while_they_are_typed() {
        model.select("a");
        PropertyRow row = form().addProperty("", "");
        assertThat(form().changedProperty().get()).isFalse();
        row.nameProperty().set("retry.backoff.ms");
        row.valueProperty().set("soon");
        assertThat(row.problemProperty().get()).contains("whole number");
        row.nameProperty().set("retry.backof.ms");
        assertThat(row.problemProperty().get()).contains("Did you mean");
        row.nameProperty().set("bootstrap.servers");
        assertThat(row.problemProperty().get()).contains("General");
        row.nameProperty().set("request.timeout.ms");
        assertThat(form().blockerProperty().get()).contains("twice");
    }

    @Test
    void a_secret_in_the_table_is_never_saved_and_is_used_for_the_next_connect() {
        model.select("a");
        form().addProperty("sasl.jaas.config", "user and hunter2");
        model.connect();
        assertThat(store.saved.get(0).properties()).doesNotContainKey("sasl.jaas.config");
        assertThat(store.saved.get(0).secretProperties()).containsExactly("sasl.jaas.config");
        assertThat(dialogs.asked()).isEmpty();
        assertThat(connector.secrets).containsEntry("sasl.jaas.config", new Secret("user and hunter2"));
    }

    @Test
    void certificates_that_were_asked_for_are_kept_once_they_are_pasted() {
        String name = "ssl.truststore.certificates";
        service.save(profile("d", Set.of(name))).join();
        model.select("d");
        assertThat(form().changedProperty().get()).as("just opened").isFalse();

        form().row(name).orElseThrow().valueProperty().set("-----BEGIN CERTIFICATE-----MIIB");
        model.save();

        assertThat(store.saved.get(3).properties()).containsEntry(name, "-----BEGIN CERTIFICATE-----MIIB");
        assertThat(store.saved.get(3).secretProperties()).isEmpty();
    }

    @Test
    void connecting_asks_for_secrets_once_and_again_after_a_failure() {
        dialogs.givingSecret("hunter2");
        model.select("b");
        model.connect();
        assertThat(dialogs.asked()).hasSize(1);
        assertThat(connector.secrets).containsEntry("sasl.jaas.config", new Secret("hunter2"));
        assertThat(model.healthProperty().get()).isInstanceOf(ConnectionHealth.Connecting.class);
        connector.succeed();
        assertThat(calls).containsExactly("connected b");
        model.disconnect();
        model.connect();
        assertThat(dialogs.asked()).hasSize(1);
        connector
                .attempts
                .get(1)
                .completeExceptionally(new BrokerFailureException(
                        new BrokerFailure("Refused.", "", List.of("Look"), "", BrokerFailure.Kind.FATAL), null));
        assertThat(model.healthProperty().get()).isInstanceOf(ConnectionHealth.Failed.class);
        model.connect();
        assertThat(dialogs.asked()).hasSize(2);
    }

    @Test
    void giving_up_in_the_dialog_connects_nothing() {
        model.select("b");
        model.connect();
        assertThat(connector.asked).isEmpty();
        assertThat(model.healthProperty().get()).isInstanceOf(ConnectionHealth.Disconnected.class);
    }

    @Test
    void cancelling_while_connecting_ends_the_attempt() {
        model.select("a");
        model.connect();
        model.disconnect();
        assertThat(connector.attempts.get(0)).isCancelled();
        assertThat(model.healthProperty().get()).isInstanceOf(ConnectionHealth.Disconnected.class);
    }

    @Test
    void connecting_the_sandbox_is_left_to_the_window_that_can_start_it() {
        service.sandboxRuns("127.0.0.1:4000");
        model.select("sandbox");
        model.connect();
        assertThat(calls).containsExactly("start sandbox");
        assertThat(connector.asked).isEmpty();
    }

    @Test
    void deleting_can_be_undone_for_ten_seconds() {
        model.select("b");
        model.delete();
        assertThat(ids()).containsExactly("a", "c");
        assertThat(form().id()).isEqualTo("c");
        model.undoDelete();
        assertThat(ids()).containsExactly("a", "b", "c");
        model.delete();
        clock = Clock.offset(clock, Duration.ofSeconds(11));
        pulse.tick();
        assertThat(model.deletedProperty().get()).isNull();
    }

    @Test
    void duplicating_shows_the_copy() {
        model.select("a");
        model.duplicate();
        assertThat(form().nameProperty().get()).isEqualTo("name a copy");
        assertThat(model.rows().get(1).id()).isEqualTo(form().id());
    }

    @Test
    void moving_keeps_within_the_list_and_does_nothing_under_a_filter() {
        model.moveBy("a", -1);
        assertThat(ids()).containsExactly("a", "b", "c");
        model.moveBy("a", 1);
        assertThat(ids()).containsExactly("b", "a", "c");
        model.filterProperty().set("name");
        model.moveBy("a", 1);
        assertThat(ids()).containsExactly("b", "a", "c");
    }

    @Test
    void a_draft_becomes_a_form_with_its_notes() {
        model.edit(new ProfileDraft(
                "imported",
                List.of("b1:9092"),
                "explorer",
                Map.of("request.timeout.ms", "1"),
                Map.of("sasl.jaas.config", new Secret("s")),
                List.of("a note")));
        assertThat(form().notes()).containsExactly("a note");
        assertThat(form().properties()).hasSize(2);
        model.save();
        assertThat(store.saved.get(3).clientId()).isEqualTo("explorer");
    }

    @Test
    void a_disk_that_refuses_is_told() {
        store.readOnly = true;
        model.select("a");
        form().nameProperty().set("changed");
        model.save();
        assertThat(model.saveFailureProperty().get()).isNotNull();
    }

    @Test
    void a_custom_environment_needs_a_name_and_a_colour_under_white_text() {
        model.select("a");
        EnvironmentForm environment = form().environment();
        environment.kindProperty().set(EnvironmentForm.Kind.CUSTOM);
        assertThat(form().blockerProperty().get()).contains("Name the environment");
        environment.customNameProperty().set("Test lab");
        environment.customColorProperty().set("#FFFF00");
        assertThat(environment.problem()).contains("darker");
        environment.customColorProperty().set("#8A3FA0");
        model.save();
        assertThat(store.saved.get(0).environment()).isEqualTo(new Environment("Test lab", "TEST", "#8A3FA0"));
    }

    @Test
    void a_login_in_the_registrys_address_moves_to_its_fields_when_saved() {
        model.select("a");
        form().addProperty("schema.registry.url", "http://me:hunter2@registry:8081");
        model.save();
        assertThat(store.saved.get(0).properties())
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry("schema.registry.user", "me");
        assertThat(store.saved.get(0).secretProperties()).containsExactly("schema.registry.password");
        assertThat(form().secrets()).containsEntry("schema.registry.password", new Secret("hunter2"));
        assertThat(form().changedProperty().get()).isFalse();
    }

    @Test
    void an_address_with_a_password_in_another_property_is_a_secret() {
        model.select("a");
        PropertyRow row = form().addProperty("proxy.url", "http://proxy:3128");
        assertThat(row.secretProperty().get()).isFalse();
        row.valueProperty().set("http://me:hunter2@proxy:3128");
        assertThat(row.secretProperty().get()).isTrue();
        model.save();
        assertThat(store.saved.get(0).toString()).doesNotContain("hunter2");
    }
}
