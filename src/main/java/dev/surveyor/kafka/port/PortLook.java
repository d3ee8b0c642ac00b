package dev.surveyor.kafka.port;

import dev.surveyor.domain.connection.PortAnswer;
import dev.surveyor.kafka.port.KafkaExchange.NotKafkaException;
import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.jspecify.annotations.Nullable;

/**
 * Asks a port what it speaks. A client that speaks another protocol than its port meets a time-out that says nothing, and
 * one that takes the first bytes of TLS or HTTP for a length may ask for more memory than there is; the first bytes of an
 * answer tell them apart. Nothing that is secret is sent. Safe for use by any thread; blocks for a few seconds at most.
 */
public final class PortLook {

    private static final int TLS_ALERT = 0x15;
    private static final int TLS_MAJOR = 0x03;
    private static final int SHOWN = 60;
    private static final Duration HTTP_LIMIT = Duration.ofSeconds(1);
    private static final Duration REST_LIMIT = Duration.ofMillis(300);

    private final Duration connectLimit;
    private final Duration answerLimit;

    /**
     * Makes a look.
     *
     * @param connectLimit how long the port may take to accept a connection
     * @param answerLimit how long it may take to answer
     */
    public PortLook(Duration connectLimit, Duration answerLimit) {
        this.connectLimit = connectLimit;
        this.answerLimit = answerLimit;
    }

    /**
     * Returns what the port is.
     *
     * @param tls whether it is expected to speak TLS
     * @throws IOException where it takes no connection, as {@link PortSocket#open} says, or where a connection breaks in
     *     a way that says nothing about the port
     */
    public PortAnswer at(Server server, boolean tls) throws IOException {
        if (!tls) {
            PortAnswer plain = plain(server);
            // Some TLS ports send an alert to who speaks plain text, others hang up.
            boolean perhapsTls = plain instanceof PortAnswer.Tls || plain instanceof PortAnswer.Closed;
            return perhapsTls ? inTls(server, plain) : plain;
        }
        return inTls(server, new PortAnswer.Tls());
    }

    /** Returns what is inside TLS; what is known already where the handshake does not succeed. */
    private PortAnswer inTls(Server server, PortAnswer otherwise) throws IOException {
        PortAnswer inside;
        try (SSLSocket socket = TlsHandshake.with(PortSocket.open(server, connectLimit), server, answerLimit)) {
            if (socket == null) {
                // Perhaps it wants a certificate; or it is no TLS at all, which its answer in plain text shows.
                PortAnswer plain = plain(server);
                return plain instanceof PortAnswer.Closed || plain instanceof PortAnswer.Mute ? otherwise : plain;
            }
            inside = kafka(server, socket, true);
        } catch (SocketTimeoutException silent) {
            PortAnswer http = http(server, false);
            return http == null ? new PortAnswer.Mute() : http;
        } catch (SSLException refused) {
            // After the handshake of TLS 1.3 a server may still refuse a client without a certificate.
            return new PortAnswer.Tls();
        }
        if (inside instanceof PortAnswer.Mute) {
            PortAnswer http = http(server, true);
            return http == null ? inside : http;
        }
        return inside instanceof PortAnswer.Closed ? new PortAnswer.Tls() : inside;
    }

    private PortAnswer plain(Server server) throws IOException {
        PortAnswer answer;
        try (Socket socket = PortSocket.open(server, connectLimit)) {
            answer = kafka(server, socket, false);
        }
        boolean silent = answer instanceof PortAnswer.Mute || answer instanceof PortAnswer.Closed;
        PortAnswer http = silent ? http(server, false) : null;
        return http == null ? answer : http;
    }

    private PortAnswer kafka(Server server, Socket socket, boolean tls) throws IOException {
        KafkaExchange exchange = new KafkaExchange(socket, answerLimit);
        ApiVersionsResponse versions;
        try {
            versions = exchange.apiVersions();
        } catch (NotKafkaException other) {
            return other(other.beginning(), socket, tls);
        } catch (SocketTimeoutException silent) {
            return new PortAnswer.Mute();
        } catch (EOFException | SocketException closed) {
            return new PortAnswer.Closed();
        }
        boolean broker = versions.apiVersion(ApiKeys.METADATA.id) != null;
        List<String> mechanisms = broker && !exchange.hearsWithoutLogin(versions) ? mechanisms(server, tls) : null;
        return new PortAnswer.Kafka(tls, broker, mechanisms != null, mechanisms == null ? List.of() : mechanisms);
    }

    private @Nullable List<String> mechanisms(Server server, boolean tls) throws IOException {
        try (Socket plain = PortSocket.open(server, connectLimit);
                Socket socket = tls ? TlsHandshake.with(plain, server, answerLimit) : plain) {
            return socket == null ? null : new KafkaExchange(socket, answerLimit).mechanisms();
        } catch (IOException unclear) {
            return null;
        }
    }

    /** A web server waits for the end of a line before it says that the line is none of its own. */
    private PortAnswer.@Nullable Http http(Server server, boolean tls) {
        try (Socket plain = PortSocket.open(server, connectLimit);
                Socket socket = tls ? TlsHandshake.with(plain, server, answerLimit) : plain) {
            if (socket == null) {
                return null;
            }
            socket.setSoTimeout((int) HTTP_LIMIT.toMillis());
            socket.getOutputStream().write("HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = text(socket.getInputStream().readNBytes("HTTP/".length())) + rest(socket);
            return answer.startsWith("HTTP/") ? new PortAnswer.Http(tls, firstLine(answer)) : null;
        } catch (IOException silent) {
            return null;
        }
    }

    private static PortAnswer other(byte[] beginning, Socket socket, boolean tls) {
        if (!tls && beginning.length > 1 && beginning[0] == TLS_ALERT && beginning[1] == TLS_MAJOR) {
            return new PortAnswer.Tls();
        }
        String answer = text(beginning) + rest(socket);
        return answer.startsWith("HTTP/")
                ? new PortAnswer.Http(tls, firstLine(answer))
                : new PortAnswer.Other(firstLine(answer));
    }

    private static String rest(Socket socket) {
        try {
            socket.setSoTimeout((int) REST_LIMIT.toMillis());
            byte[] more = new byte[SHOWN];
            int length = socket.getInputStream().read(more);
            return length < 0 ? "" : new String(more, 0, length, StandardCharsets.ISO_8859_1);
        } catch (IOException noMore) {
            return "";
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String firstLine(String answer) {
        int end = answer.indexOf('\n');
        String line = (end < 0 ? answer : answer.substring(0, end)).strip();
        return line.replaceAll("[^\\x20-\\x7e]", ".").substring(0, Math.min(SHOWN, line.length()));
    }
}
