package dev.surveyor.sandbox;

import dev.surveyor.sandbox.broker.BrokerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command line of the broker's process: this JVM's own Java, a small heap, and the jars of the broker only. */
final class BrokerCommand {

    /** The window's libraries; the broker has no use for them. */
    private static final Pattern WINDOW_JARS =
            Pattern.compile("(javafx|atlantafx|ikonli|richtextfx|flowless|reactfx|undofx|wellbehavedfx).*");

    private static final int FIRST_WITH_NATIVE_WARNINGS = 24;

    private BrokerCommand() {}

    static List<String> of(
            SandboxFolder folder, ClassArchive archive, String classPath, String clusterId, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Dsurveyor.broker.log=" + folder.log(),
                "-Dlogback.configurationFile=" + folder.logSettings()));
        if (Runtime.version().feature() >= FIRST_WITH_NATIVE_WARNINGS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(archive.options());
        command.addAll(List.of(
                "-cp",
                classPath,
                BrokerMain.class.getName(),
                folder.brokerSettings().toString(),
                clusterId));
        command.addAll(archive.toWrite());
        return command;
    }

    /**
     * Returns the class path of this program. {@code mvn javafx:run} leaves out jars whose name is no name of a module,
     * the broker's among them; it names the folder of all of them in {@code surveyor.libraries} instead.
     */
    static String ofThisProgram() throws IOException {
        String folder = System.getProperty("surveyor.libraries");
        if (folder == null) {
            return System.getProperty("java.class.path", "");
        }
        try (Stream<Path> jars = Files.list(Path.of(folder))) {
            return String.join(File.pathSeparator, jars.map(Path::toString).toList());
        }
    }

    /** Returns the jars of this program without those of the window, and the broker's own jar before them. */
    static String classPath(Path brokerJar, String ofThisProgram) throws IOException {
        List<String> jars = new ArrayList<>();
        jars.add(brokerJar.toString());
        try (Stream<String> entries =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(ofThisProgram)) {
            entries.filter(entry -> entry.endsWith(".jar"))
                    .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                    .filter(jar -> !WINDOW_JARS.matcher(nameOf(jar)).matches())
                    .filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .forEach(jars::add);
        }
        if (jars.stream().noneMatch(jar -> nameOf(Path.of(jar)).startsWith("kafka_"))) {
            throw new IOException("the broker's jars are not on the class path of this program");
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String nameOf(Path jar) {
        return String.valueOf(jar.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static String java() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString();
    }
}
