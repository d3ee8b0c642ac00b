package dev.surveyor.service.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.connection.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPropertiesImportTest {

    private final ClientPropertiesImport importer = new ClientPropertiesImport(new FakeCatalog());

    @Test
    void servers_client_id_and_properties_are_told_apart() {
        ProfileDraft draft = importer.read("""
                # a comment
                bootstrap.servers=b1.example:9093, b2.example:9093
                client.id = explorer
                security.protocol=SASL_SSL
                ssl.truststore.location=/etc/\\
                    ca.pem
                """, "orders-prod");
        assertThat(draft.name()).isEqualTo("orders-prod");
        assertThat(draft.bootstrapServers()).containsExactly("b1.example:9093", "b2.example:9093");
        assertThat(draft.clientId()).isEqualTo("explorer");
        assertThat(draft.properties())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "ssl.truststore.location", "/etc/ca.pem"));
        assertThat(draft.notes()).isEmpty();
    }

    @Test
    void secrets_are_apart_and_have_no_text_form() {
        ProfileDraft draft = importer.read("""
                bootstrap.servers=b1:9093
                sasl.jaas.config=x.Login required password="hunter2";
                my.own.password=hunter3
                """, "");
        assertThat(draft.properties()).isEmpty();
        assertThat(draft.secrets())
                .containsEntry("sasl.jaas.config", new Secret("x.Login required password=\"hunter2\";"))
                .containsEntry("my.own.password", new Secret("hunter3"));
        assertThat(draft.toString()).doesNotContain("hunter");
    }

    @Test
    void unknown_names_and_wrong_values_are_pointed_out_and_kept() {
        ProfileDraft draft =
                importer.read("bootstrap.servers=b1:9092\nrequest.timeout.mss=1\nretry.backoff.ms=soon", "x");
        assertThat(draft.properties()).containsKeys("request.timeout.mss", "retry.backoff.ms");
        assertThat(draft.notes())
                .anySatisfy(note -> assertThat(note).contains("request.timeout.mss is not a property"))
                .anySatisfy(note -> assertThat(note).contains("not 'soon'"));
    }

    @Test
    void what_an_application_sets_for_itself_is_left_out_and_said() {
        ProfileDraft draft = importer.read("bootstrap.servers=b1:9092\ngroup.id=billing", "x");
        assertThat(draft.properties()).isEmpty();
        assertThat(draft.notes()).singleElement().asString().contains("group.id is left out");
    }

    @Test
    void a_pasted_list_of_servers_is_enough_and_names_the_profile_after_its_host() {
        ProfileDraft draft = importer.read(" b1.example:9092,\n b2.example:9092 ", "");
        assertThat(draft.bootstrapServers()).containsExactly("b1.example:9092", "b2.example:9092");
        assertThat(draft.name()).isEqualTo("b1.example");
    }

    @Test
    void a_file_without_servers_is_a_draft_that_says_what_is_missing() {
        ProfileDraft draft = importer.read("security.protocol=SSL", "x");
        assertThat(draft.bootstrapServers()).isEmpty();
        assertThat(draft.notes().get(0)).contains("bootstrap.servers is missing");
    }

    @Test
    void another_text_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> importer.read("Dear Sir or Madam", ""))
                .hasMessageContaining("not a client.properties");
        assertThatThrownBy(() -> importer.read(" \n", "")).hasMessageContaining("nothing to import");
        assertThatThrownBy(() -> importer.read("ssl.truststore.location=C:\\users", ""))
                .hasMessageContaining("backslash");
    }

    @Test
    void a_bootstrap_text_without_port_says_what_to_write() {
        assertThat(BootstrapServers.problemWith("localhost"))
                .get()
                .asString()
                .isEqualTo("Add a port behind 'localhost', for instance :9092.");
        assertThat(BootstrapServers.problemWith("a:9092, b:70000"))
                .get()
                .asString()
                .contains("out of range");
        assertThat(BootstrapServers.problemWith("a:9092 b:1 [::1]:9092")).isEmpty();
        assertThat(BootstrapServers.problemWith("")).isPresent();
    }

    @Test
    void an_address_of_ipv6_without_a_port_is_told_how_to_have_one() {
        assertThat(BootstrapServers.problemWith("::1")).get().asString().contains("[::1]:9092");
    }

    @Test
    void servers_of_every_form_that_the_client_takes_are_a_list() {
        assertThat(importer.read("plaintext://b1:9092, [fe80::1%eth0]:9092 ::1:9092", "")
                        .bootstrapServers())
                .containsExactly("plaintext://b1:9092", "[fe80::1%eth0]:9092", "::1:9092");
        assertThat(importer.read("bootstrap.servers:b1:9092", "").bootstrapServers())
                .containsExactly("b1:9092");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(importer.read("\uFEFFbootstrap.servers=b1:9092", "").bootstrapServers())
                .containsExactly("b1:9092");
        assertThat(importer.read("\uFEFFb1:9092", "").bootstrapServers()).containsExactly("b1:9092");
    }

    @Test
    void a_password_in_an_address_is_a_secret() {
        ProfileDraft draft = importer.read("bootstrap.servers=b1:9092\nproxy=http://me:hunter2@h", "");

        assertThat(draft.properties()).isEmpty();
        assertThat(draft.secrets()).containsEntry("proxy", new Secret("http://me:hunter2@h"));
        assertThat(draft.notes()).singleElement().asString().contains("proxy holds a password");
    }
}
