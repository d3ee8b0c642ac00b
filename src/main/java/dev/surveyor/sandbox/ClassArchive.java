package dev.surveyor.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An archive of the broker's loaded classes, which halves the time of a start. The first broker writes it when it ends;
 * it gets its final name only when that process ended well, so a half-written one is never used. The name changes with
 * the Java version and the jars.
 */
final class ClassArchive {

    private final Path file;
    private final Path unfinished;
    private final boolean wanted;

    private ClassArchive(Path file, boolean wanted) {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        this.wanted = wanted;
    }

    /** Returns the archive that fits the class path; those that fit no more are deleted. */
    static ClassArchive in(Path folder, String classPath) throws IOException {
        Path file = folder.resolve("broker-" + Long.toHexString(fingerprint(classPath)) + ".jsa");
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(each -> each.toString().contains(".jsa") && !each.equals(file))
                    .toList();
        }
        for (Path other : others) {
            Files.deleteIfExists(other);
        }
        return new ClassArchive(file, true);
    }

    /** Returns one that is neither used nor written. */
    static ClassArchive none(Path folder) {
        return new ClassArchive(folder.resolve("none.jsa"), false);
    }

    /** Returns whether the broker starts from it. */
    boolean used() {
        return wanted && Files.exists(file);
    }

    /** Returns whether the broker writes it at its end, which takes a second or two. */
    boolean written() {
        return wanted && !Files.exists(file);
    }

    /** Returns the JVM's options to use it, or else to write it. */
    List<String> options() {
        if (!wanted) {
            return List.of();
        }
        return List.of(used() ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + unfinished);
    }

    /** Gives a completely written archive its name. To be called after the process ended with 0. */
    void keep() throws IOException {
        if (Files.exists(unfinished)) {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes it, so that the next start does without. */
    void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    private static long fingerprint(String classPath) throws IOException {
        CRC32 sum = new CRC32();
        add(sum, System.getProperty("java.vm.version", "") + System.getProperty("java.home", ""));
        for (String jar : Pattern.compile(File.pathSeparator, Pattern.LITERAL).split(classPath)) {
            Path path = Path.of(jar);
            add(sum, jar + Files.size(path) + Files.getLastModifiedTime(path).toMillis());
        }
        return sum.getValue();
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
