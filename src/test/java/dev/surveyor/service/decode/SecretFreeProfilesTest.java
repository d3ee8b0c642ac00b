package dev.surveyor.service.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.connection.FakeCatalog;
import dev.surveyor.service.connection.ProfileStore.Loaded;
import dev.surveyor.service.connection.SecretNames;
import dev.surveyor.store.JsonProfileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFreeProfilesTest {

    @TempDir
    Path folder;

    private final SecretNames names = new SecretNames(new RegistryProperties(new FakeCatalog()));
    private JsonProfileStore plain;
    private SecretFreeProfiles profiles;

    @BeforeEach
    void open() {
        // Knows no secrets of its own, as a file that an earlier version wrote.
        plain = new JsonProfileStore(folder, name -> false, Clock.systemUTC());
        profiles = new SecretFreeProfiles(plain, names);
    }

    @Test
    void a_login_in_the_registrys_address_goes_to_its_own_properties() throws IOException {
        profiles.save(List.of(profile(Map.of(RegistrySettings.URL, "http://me:hunter2@r1:8081,http://r2:8081"))));

        assertThat(file()).doesNotContain("hunter2");
        assertThat(plain.load().profiles()).singleElement().satisfies(saved -> {
            assertThat(saved.properties())
                    .isEqualTo(
                            Map.of(RegistrySettings.URL, "http://r1:8081,http://r2:8081", RegistrySettings.USER, "me"));
            assertThat(saved.secretProperties()).containsExactly(RegistrySettings.PASSWORD);
        });
    }

    @Test
    void values_of_secret_names_and_addresses_with_a_password_never_reach_the_disk() throws IOException {
        profiles.save(List.of(profile(Map.of(
                "my.passwd", "hunter2",
                "my.pwd", "hunter3",
                "a.credential", "hunter4",
                "api.key", "hunter5",
                "x.access.key", "hunter6",
                "proxy", "http://me:hunter7@proxy.example",
                "security.protocol", "SSL"))));

        assertThat(file()).doesNotContain("hunter").contains("proxy", "api.key", "security.protocol");
    }

    @Test
    void what_was_saved_in_clear_before_is_taken_out_of_the_file_and_said() throws IOException {
        plain.save(List.of(profile(Map.of(RegistrySettings.URL, "http://me:hunter2@r1:8081"))));
        assertThat(file()).contains("hunter2");

        Loaded loaded = profiles.load();

        assertThat(file()).doesNotContain("hunter2");
        assertThat(loaded.messages())
                .singleElement()
                .asString()
                .contains("'orders'", "asked for at connect")
                .doesNotContain("hunter2");
        assertThat(profiles.load().messages()).isEmpty();
    }

    @Test
    void a_profile_without_secrets_is_kept_as_it_is() {
        ConnectionProfile harmless = profile(Map.of(
                RegistrySettings.URL, "http://r1:8081", RegistrySettings.USER, "me", "request.timeout.ms", "1000"));

        assertThat(profiles.withoutSecrets(harmless)).isEqualTo(harmless);
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("connections.json"));
    }

    private static ConnectionProfile profile(Map<String, String> properties) {
        return new ConnectionProfile(
                "1",
                "orders",
                Environment.DEVELOPMENT,
                List.of("localhost:9092"),
                "",
                SecuritySettings.NONE,
                properties,
                Set.of());
    }
}
