package dev.surveyor.registry;

import dev.surveyor.testing.Await;
import dev.surveyor.testing.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real registry in a process of its own, as Confluent's clients know one. Maven copies the program below target when
 * it is first wanted (109 MB); its parent pom is not published, which only the old dependency plugin puts up with.
 */
final class ApicurioRegistry implements AutoCloseable {

    private static final String VERSION = "3.0.9";
    private static final Path FOLDER = Path.of("target", "apicurio");
    private static final Path JAR = FOLDER.resolve("apicurio-registry-app-" + VERSION + "-runner.jar");
    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private ApicurioRegistry(int port) throws IOException {
        this.port = port;
        this.process = launch();
    }

    /** Returns the running registry, or throws where it cannot be had. */
    static ApicurioRegistry start() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            obtain();
        }
        return new ApicurioRegistry(FreePorts.next());
    }

    private static void obtain() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        run(
                300,
                "mvn",
                "-q",
                "-B",
                "org.apache.maven.plugins:maven-dependency-plugin:2.10:copy",
                "-Dartifact=io.apicurio:apicurio-registry-app:" + VERSION + ":tar.gz:all",
                "-DoutputDirectory=" + FOLDER.toAbsolutePath());
        run(
                60,
                "tar",
                "xzf",
                FOLDER.resolve("apicurio-registry-app-" + VERSION + "-all.tar.gz")
                        .toString(),
                "-C",
                FOLDER.toString());
    }

    private static void run(int seconds, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("obtain.log").toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command[0] + " failed: " + Files.readString(FOLDER.resolve("obtain.log")));
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-jar",
                JAR.toAbsolutePath().toString()));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("apicurio.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        Await.until("the registry to answer", START, () -> ready() || !started.isAlive());
        if (!started.isAlive()) {
            throw new IOException("it ended: " + Files.readString(FOLDER.resolve("apicurio.log")));
        }
        return started;
    }

    private boolean ready() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Registers a schema and returns its id. */
    int register(String subject, String bodyJson) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(bodyJson))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String digits = answer.replaceAll(".*\"id\"\\s*:\\s*(\\d+).*", "$1");
        if (!digits.matches("\\d+")) {
            throw new IOException("not registered: " + answer);
        }
        return Integer.parseInt(digits);
    }

    /** Returns Apicurio's own id of the newest version of a subject. */
    long globalId(String subject) throws IOException, InterruptedException {
        String own = url().replace("/ccompat/v7", "/registry/v3");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(own + "/groups/default/artifacts/" + subject + "/versions/branch=latest"))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Long.parseLong(answer.replaceAll(".*\"globalId\"\\s*:\\s*(\\d+).*", "$1"));
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
