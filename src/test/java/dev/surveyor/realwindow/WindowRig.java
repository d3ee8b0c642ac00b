package dev.surveyor.realwindow;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.store.JsonProfileStore;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A display, a broker where one is asked for, and the program with saved connections; all ends together. */
final class WindowRig implements AutoCloseable {

    private final Path folder;
    private final RealDisplay display;
    private @Nullable TestBroker broker;
    private @Nullable RunningSurveyor app;

    /**
     * Opens the display.
     *
     * @param name of the folder below {@code target/real-window}
     * @throws AssertionError where the check cannot run here
     */
    WindowRig(String name, int width, int height) {
        folder = RealWindowFolder.fresh(name);
        display = new RealDisplay(folder, width, height);
    }

    /** Returns a connection without properties, whose id is its name. */
    static ConnectionProfile profile(String name, Environment environment, String servers) {
        return profile(name, environment, servers, Map.of(), Set.of());
    }

    /** Returns a connection whose id is its name. */
    static ConnectionProfile profile(
            String name, Environment environment, String servers, Map<String, String> properties, Set<String> secrets) {
        return new ConnectionProfile(
                name, name, environment, List.of(servers), "", SecuritySettings.NONE, properties, secrets);
    }

    /** Returns the connection {@code local} to a broker. */
    static ConnectionProfile local(TestBroker broker) {
        return profile("local", Environment.DEVELOPMENT, broker.bootstrapServers());
    }

    Path folder() {
        return folder;
    }

    RealDisplay display() {
        return display;
    }

    /** Starts a broker. */
    TestBroker startBroker() {
        TestBroker started = TestBroker.start();
        broker = started;
        return started;
    }

    /** Starts the program with these connections. */
    RunningSurveyor start(List<ConnectionProfile> profiles) {
        save(profiles);
        return start();
    }

    /** Starts the program with what is saved. */
    RunningSurveyor start() {
        RunningSurveyor started = new RunningSurveyor(display, home(), folder);
        app = started;
        return started;
    }

    /** Saves these connections as the program does. */
    void save(List<ConnectionProfile> profiles) {
        new JsonProfileStore(
                        home().resolve("settings"),
                        name -> profiles.stream()
                                .anyMatch(profile -> profile.secretProperties().contains(name)),
                        Clock.systemUTC())
                .save(profiles);
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Override
    public void close() {
        try {
            if (app != null) {
                app.close();
            }
        } finally {
            display.close();
            if (broker != null) {
                broker.close();
            }
        }
    }
}
