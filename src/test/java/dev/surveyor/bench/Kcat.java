package dev.surveyor.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The command-line client that reads the same topic, where it is installed. */
final class Kcat {

    private final String bootstrapServers;

    Kcat(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    static boolean isInstalled() {
        return isInstalled("kcat") && isInstalled("grep") && isInstalled("sh");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Reads the topic to its end and throws it away; returns once the process has ended. */
    long read(String topic) throws Exception {
        run("kcat -C -e -q -o beginning -b " + bootstrapServers + " -t " + topic + " > /dev/null");
        return 0;
    }

    /** Reads the topic to its end through {@code grep -c}; returns the number of lines. */
    long grep(String topic, String text) throws Exception {
        return Long.parseLong(run("kcat -C -e -q -o beginning -b " + bootstrapServers + " -t " + topic
                        + " | LC_ALL=C grep -c -F " + text)
                .strip());
    }

    private static String run(String line) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new AssertionError("exit code " + code + " of: " + line);
        }
        return out;
    }
}
