package dev.surveyor.service.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapServersTest {

    @ParameterizedTest
    @CsvSource({
        "host:99999, Port 99999 is out of range: 1 to 65535.",
        "[::1]:99999, Port 99999 is out of range: 1 to 65535.",
        "[fe80::1%eth0]:0, Port 0 is out of range: 1 to 65535.",
        "fe80::1, '''fe80::1'' has no port: write [fe80::1]:9092.'",
        "host, 'Add a port behind ''host'', for instance :9092.'",
        "host:9092:9093, '''host:9092:9093'' is not of the form host:port.'",
    })
    void what_is_wrong_with_a_server_is_named(String server, String problem) {
        assertThat(BootstrapServers.problemWith(server)).contains(problem);
    }
}
