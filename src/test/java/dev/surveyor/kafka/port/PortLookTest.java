package dev.surveyor.kafka.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.surveyor.domain.connection.PortAnswer;
import dev.surveyor.service.connection.BootstrapServers.Server;
import dev.surveyor.testing.FreePorts;
import dev.surveyor.testing.TestAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortLookTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final PortLook look = new PortLook(Duration.ofSeconds(2), SHORT);

    /** What a server of the test does with each connection. */
    private interface Behaviour {
        void with(Socket connection) throws IOException, InterruptedException;
    }

    /** Looks at a port of this test. */
    private PortAnswer look(boolean tls, Behaviour behaviour) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(server, behaviour), "port");
            serving.setDaemon(true);
            serving.start();
            return look.at(new Server("127.0.0.1", server.getLocalPort()), tls);
        }
    }

    private static void serve(ServerSocket server, Behaviour behaviour) {
        while (true) {
            try (Socket connection = server.accept()) {
                behaviour.with(connection);
            } catch (IOException | InterruptedException ended) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private static Behaviour saying(String text) {
        return connection -> {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        };
    }

    @Test
    void a_web_server_that_answers_anything_is_told_by_its_first_line() throws IOException {
        assertThat(look(false, saying("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n")))
                .isEqualTo(new PortAnswer.Http(false, "HTTP/1.1 400 Bad Request"));
    }

    @Test
    void a_web_server_that_waits_for_the_end_of_a_line_is_found_too() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        try {
            Server server = new Server("127.0.0.1", http.getAddress().getPort());

            assertThat(look.at(server, false)).isInstanceOf(PortAnswer.Http.class);
            assertThat(look.at(server, true)).isInstanceOf(PortAnswer.Http.class);
        } finally {
            http.stop(0);
        }
    }

    @Test
    void a_web_server_behind_tls_is_found_whatever_is_expected(@TempDir Path folder) throws IOException {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(new TestAuthority(folder).server("localhost")));
        https.start();
        try {
            Server server = new Server("127.0.0.1", https.getAddress().getPort());

            for (boolean tls : new boolean[] {true, false}) {
                assertThat(look.at(server, tls))
                        .isInstanceOfSatisfying(PortAnswer.Http.class, http -> assertThat(http.tls())
                                .isTrue());
            }
        } finally {
            https.stop(0);
        }
    }

    @Test
    void another_protocol_is_quoted() throws IOException {
        assertThat(look(false, saying("SSH-2.0-OpenSSH_9.2\r\n")))
                .isEqualTo(new PortAnswer.Other("SSH-2.0-OpenSSH_9.2"));
        assertThat(look(false, saying("-E"))).isEqualTo(new PortAnswer.Other("-E"));
        assertThat(look(false, saying("\0\0\0\0\0\0\0\0\1\2"))).isEqualTo(new PortAnswer.Other(".........."));
    }

    @Test
    void the_alert_of_a_tls_port_is_enough_though_it_stays_open() throws IOException {
        assertThat(look(false, saying("\u0015\u0003\u0003\0\2\2\106"))).isEqualTo(new PortAnswer.Tls());
    }

    @Test
    void a_port_that_is_silent_and_one_that_hangs_up_are_told_apart() throws IOException {
        for (boolean tls : new boolean[] {false, true}) {
            assertThat(look(tls, connection -> connection.getInputStream().readAllBytes()))
                    .isEqualTo(new PortAnswer.Mute());
        }
        assertThat(look(false, connection -> {})).isEqualTo(new PortAnswer.Closed());
    }

    @Test
    void a_port_without_a_listener_and_an_unknown_name_fail_as_sockets_do() throws IOException {
        int port = FreePorts.next();
        assertThatThrownBy(() -> look.at(new Server("127.0.0.1", port), false))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("127.0.0.1:" + port + " ");
        assertThatThrownBy(() -> look.at(new Server("no-such-host.invalid", 1), false))
                .isInstanceOf(UnknownHostException.class);
    }
}
