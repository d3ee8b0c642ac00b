package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.service.connection.BootstrapServers.Server;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form takes what the Java client takes, and means the same host and port by it. */
class BootstrapServersAgreementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:9092",
                "b-1.msk.example.com:9098",
                "my_host:9092",
                "127.0.0.1:9092",
                "[::1]:9092",
                "::1:9092",
                "[fe80::1%eth0]:9092",
                "fe80::1%eth0:9092",
                "[::1%lo]:9092",
                "2001:db8:85a3::8a2e:370:7334:9092",
                "[::ffff:127.0.0.1]:9092",
                "plaintext://localhost:9092",
                "PLAINTEXT://localhost:9092",
                "SASL_SSL://[::1]:9092",
                "my-listener.1://host:1"
            })
    void what_the_client_takes_is_taken(String server) {
        assertThat(BootstrapServers.problemWith(server)).isEmpty();
        assertThat(BootstrapServers.parse(server)).contains(new Server(Utils.getHost(server), Utils.getPort(server)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "http://localhost/", "a b:1", "host:90x2", "hôte:9092", "::"})
    void what_the_client_refuses_is_refused(String server) {
        assertThat(Utils.getHost(server)).isNull();
        assertThat(BootstrapServers.problemWith(server)).isPresent();
    }

    /** The client takes these too, and then looks for a host that cannot be, or for a port that no machine has. */
    @ParameterizedTest
    @ValueSource(strings = {":9092", "::1", "fe80::1%eth0", "a:b:9092", "host:0", "host:65536", "host:99999999999"})
    void what_can_never_be_reached_is_refused(String server) {
        assertThat(BootstrapServers.problemWith(server)).isPresent();
        assertThat(BootstrapServers.parse(server)).isEmpty();
    }
}
