package dev.surveyor.registry;

import dev.surveyor.codec.schema.RegistryAnswer;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.decode.RegistrySettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks a registry over HTTP. Blocks, for some seconds at most for each of its addresses. Safe for several threads. */
final class RegistryHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final String TYPE = "X-Registry-ArtifactType";
    private static final String TYPES = "application/vnd.schemaregistry.v1+json, application/json, */*;q=0.5";

    private final RegistrySettings settings;
    private final Executor executor;
    private volatile @Nullable HttpClient client;

    RegistryHttp(RegistrySettings settings, Executor executor) {
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * An answer.
     *
     * @param type what Apicurio says that it is, or null
     */
    record Answer(byte[] body, @Nullable String type) {}

    /**
     * Asks as Confluent's clients do.
     *
     * @param path below the registry's address, beginning with a slash
     * @param what is asked for, in words: {@code schema 42}
     */
    byte[] get(String path, String what) throws RegistryException {
        return ask(RegistryAddress::compatible, path, what).body();
    }

    /** Asks in Apicurio's own way; to be used where there is a registry that knows it. */
    Answer getOwn(String path, String what) throws RegistryException {
        return ask(RegistryAddress::own, path, what);
    }

    /** Returns whether there is a registry that answers in Apicurio's own way. */
    boolean answersOwn() {
        return settings.urls().stream().anyMatch(url -> RegistryAddress.of(url).own() != null);
    }

    private Answer ask(Function<RegistryAddress, @Nullable String> way, String path, String what)
            throws RegistryException {
        RegistryException last = RegistryException.lasting("no registry", "no schema registry is set");
        for (String url : settings.urls()) {
            String root = way.apply(RegistryAddress.of(url));
            if (root == null) {
                continue;
            }
            try {
                return get(root, path, what);
            } catch (RegistryException failed) {
                if (!failed.passing()) {
                    throw failed;
                }
                last = failed;
            }
        }
        throw last;
    }

    private Answer get(String url, String path, String what) throws RegistryException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(ANSWER_TIMEOUT)
                    .header("Accept", TYPES);
            String login = login();
            if (login != null) {
                request.header("Authorization", login);
            }
            HttpResponse<InputStream> response =
                    client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(LARGEST_ANSWER + 1);
                if (body.length > LARGEST_ANSWER) {
                    throw RegistryException.lasting(
                            "too large", what + " is larger than " + LARGEST_ANSWER + " bytes, so it is not read");
                }
                String type = response.headers().firstValue(TYPE).orElse(null);
                return new Answer(checked(response.statusCode(), body, url, what), type);
            }
        } catch (IllegalArgumentException broken) {
            throw RegistryException.lasting(
                    "no valid address", "the address " + url + " of the schema registry is not valid");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RegistryException.passing("the program is ending");
        } catch (IOException broken) {
            throw unreachable(url, broken);
        }
    }

    private static byte[] checked(int status, byte[] body, String url, String what) throws RegistryException {
        if (status == 200) {
            return body;
        }
        String message = RegistryAnswer.errorIn(body);
        String words = message.isEmpty() ? "" : " (" + message + ")";
        throw switch (status) {
            case 401 ->
                RegistryException.lasting(
                        "registry refuses the login",
                        "the schema registry at " + url
                                + " refuses the login (401): check user and password or token of the"
                                + " connection, then connect again");
            case 403 ->
                RegistryException.lasting(
                        what + " not allowed",
                        "the schema registry at " + url + " does not allow this user to read " + what + " (403)");
            case 404 ->
                RegistryException.lasting("no " + what, "the schema registry at " + url + " has no " + what + words);
            default ->
                status >= 500 || status == 429
                        ? RegistryException.passing("the schema registry at " + url + " answers with an error ("
                                + status + ")" + words + "; it is asked again")
                        : RegistryException.lasting(
                                "no registry there",
                                url + " answers " + status + words + ": is it the address of a schema registry?");
        };
    }

    private static RegistryException unreachable(String url, IOException broken) {
        if (broken instanceof SSLException) {
            return RegistryException.lasting("no TLS connection", withoutTls(url, broken));
        }
        String why = broken instanceof HttpConnectTimeoutException
                ? "nothing answers within " + CONNECT_TIMEOUT.toSeconds() + " s"
                : broken instanceof HttpTimeoutException
                        ? "no answer within " + ANSWER_TIMEOUT.toSeconds() + " s"
                        : broken.getMessage() == null ? "nothing listens there" : broken.getMessage();
        return RegistryException.passing(
                "the schema registry at " + url + " cannot be reached (" + why + "); it is asked again");
    }

    private static String withoutTls(String url, IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExplainingTrust.RefusedException refused) {
                return "the certificate of the schema registry at " + url + " " + refused.getMessage();
            }
        }
        String message = String.valueOf(broken.getMessage());
        return message.contains("recognized SSL message")
                ? "the schema registry at " + url + " does not speak TLS: set its address with http:// instead"
                : "no TLS connection to the schema registry at " + url + " (" + message
                        + "): check its TLS settings, and whether it wants a certificate of its clients";
    }

    private @Nullable String login() {
        Secret token = settings.token();
        if (token != null) {
            return "Bearer " + token.reveal();
        }
        String user = settings.user();
        if (user == null) {
            return null;
        }
        Secret password = settings.password();
        String both = user + ":" + (password == null ? "" : password.reveal());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized HttpClient client() throws RegistryException {
        HttpClient made = client;
        if (made == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .executor(executor)
                    .followRedirects(HttpClient.Redirect.NEVER);
            String truststore = settings.truststore();
            builder.sslContext(
                    truststore == null || truststore.isBlank()
                            ? TrustedCertificates.ofSystem()
                            : TrustedCertificates.in(truststore, settings.truststorePassword()));
            made = builder.build();
            client = made;
        }
        return made;
    }
}
