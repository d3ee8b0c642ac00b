package dev.surveyor.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A registry of a few fixed answers on a free port. */
final class FakeRegistry implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String login = "";

    FakeRegistry(int port) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    /** Answers over TLS, as whom the context shows. */
    static FakeRegistry overTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeRegistry(server);
    }

    private FakeRegistry(HttpServer made) {
        server = made;
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            boolean allowed =
                    login.isEmpty() || login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = allowed
                    ? answers.getOrDefault(path, "404 {\"error_code\":40403,\"message\":\"Schema not found\"}")
                    : "401 {}";
            byte[] body = answer.substring(4).getBytes(UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    FakeRegistry answering(String path, String statusAndBody) {
        answers.put(path, statusAndBody);
        return this;
    }

    FakeRegistry wanting(String authorization) {
        login = authorization;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    long timesAsked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    /** Returns how often was asked for a schema by its id. */
    long timesAsked() {
        return asked.stream().filter(path -> path.matches("/schemas/ids/\\d+")).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
