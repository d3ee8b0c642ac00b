package dev.surveyor.realwindow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a check keeps what its programs write: logs, settings, the report of a crash. */
final class RealWindowFolder {

    private RealWindowFolder() {}

    /** Returns an empty folder below {@code target/real-window}. */
    static Path fresh(String name) {
        Path folder = Path.of(System.getProperty("real-window.dir", "target/real-window"))
                .toAbsolutePath()
                .resolve(name);
        try {
            if (Files.exists(folder)) {
                List<Path> old;
                try (Stream<Path> found = Files.walk(folder)) {
                    old = found.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path each : old) {
                    Files.delete(each);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
