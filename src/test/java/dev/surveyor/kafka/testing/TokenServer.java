package dev.surveyor.kafka.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A token endpoint that grants tokens of its own key to a client with the right secret, and paths that do other things. */
public final class TokenServer implements AutoCloseable {

    static final String AUDIENCE = "kafka";
    static final String ISSUER = "http://issuer.test";

    private static final String KEY_ID = "test-key";
    private static final int OK = 200;
    private static final int UNAUTHORISED = 401;

    private final HttpServer server;
    private final KeyPair keys;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TokenServer() throws IOException {
        try {
            keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException noRsa) {
            throw new IllegalStateException(noRsa);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "token-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/token", this::grant);
        server.createContext("/broken", exchange -> answer(exchange, 500, "out of order"));
        server.createContext("/page", exchange -> answer(exchange, OK, "<html>Sign in</html>"));
        server.createContext("/nothing", exchange -> answer(exchange, OK, "{\"a\":1}"));
        server.createContext("/opaque", exchange -> answer(exchange, OK, "{\"access_token\":\"abcdef\"}"));
        server.createContext("/hanging", exchange -> hang(exchange));
        server.start();
    }

    /** Returns the address of a path, for instance {@code /token}. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Returns how often the granting path was asked. */
    public int timesAsked() {
        return asked.size();
    }

    /** Returns the value of {@code sasl.jaas.config} for a client; the right secret is in {@link #grant}. */
    public static String login(String secret) {
        return "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"surveyor\""
                + " clientSecret=\"" + secret + "\";";
    }

    /** Writes the public key for the broker to read. */
    void writeKeys(Path file) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Files.writeString(
                file,
                "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                        + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}");
    }

    private void grant(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String right =
                "Basic " + Base64.getEncoder().encodeToString("surveyor:s3cret".getBytes(StandardCharsets.UTF_8));
        if (right.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, OK, "{\"access_token\":\"" + token() + "\",\"token_type\":\"Bearer\"}");
        } else {
            answer(exchange, UNAUTHORISED, "{\"error\":\"invalid_client\",\"error_description\":\"unknown secret\"}");
        }
    }

    private String token() {
        long now = Instant.now().getEpochSecond();
        String signed = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + "."
                + text("{\"sub\":\"admin\",\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"iat\":" + now
                        + ",\"exp\":" + (now + 600) + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException noRsa) {
            throw new IllegalStateException(noRsa);
        }
    }

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private void hang(HttpExchange exchange) throws IOException {
        try {
            boolean unused = end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, OK, "");
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
