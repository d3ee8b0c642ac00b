package dev.surveyor.sandbox.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * Loads what a broker will need while nobody waits for it: two thirds of a first start are the loading of classes. Opens
 * no port and touches no data. What it cannot load is left to the broker, which says what is wrong with it.
 */
final class BrokerWarmUp {

    /** Beside this class: one name a line, see the test that compares them with the jars. */
    static final String LIST = "broker-classes.txt";

    private final BooleanSupplier enough;

    /**
     * Makes one that has done nothing.
     *
     * @param enough asked again and again; when it says yes, the rest is left
     */
    BrokerWarmUp(BooleanSupplier enough) {
        this.enough = enough;
    }

    void run() {
        try {
            loadClasses();
            if (!enough.getAsBoolean()) {
                readSettings();
            }
        } catch (ReflectiveOperationException | IOException | LinkageError left) {
            // The start does without.
        }
    }

    private void loadClasses() throws IOException {
        InputStream list = BrokerWarmUp.class.getResourceAsStream(LIST);
        if (list == null) {
            return;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String name = lines.readLine(); name != null && !enough.getAsBoolean(); name = lines.readLine()) {
                load(name);
            }
        }
    }

    private static void load(String name) {
        try {
            // Asking for the constructors verifies the class, and does not run anything of it.
            var unused = Class.forName(name, false, BrokerWarmUp.class.getClassLoader())
                    .getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError left) {
            // The next one may be there.
        }
    }

    /** The broker's settings have hundreds of definitions; these values are never used. */
    private static void readSettings() throws ReflectiveOperationException {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:1");
        settings.setProperty("listeners", "PLAINTEXT://127.0.0.1:2,CONTROLLER://127.0.0.1:1");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        Class.forName("kafka.server.KafkaConfig")
                .getMethod("fromProps", Properties.class, boolean.class)
                .invoke(null, settings, false);
    }
}
