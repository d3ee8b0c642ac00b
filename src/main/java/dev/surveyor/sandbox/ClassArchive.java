package dev.surveyor.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An archive of the broker's loaded classes, which halves the time of a start. The first broker writes it after
 * its data is closed, when its parent ends it in order. The name changes with the Java version and the jars.
 */
final class ClassArchive {

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final long LONGEST_WRITE_MS = 60_000;

    private final Path file;
    private final boolean wanted;

    private ClassArchive(Path file, boolean wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** Returns the archive that fits the class path; those that fit no more are deleted, as far as that can be done. */
    static ClassArchive in(Path folder, String classPath) throws IOException {
        Path file = folder.resolve("broker-" + Long.toHexString(fingerprint(classPath)) + ".jsa");
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(each -> each.toString().contains(".jsa") && !each.equals(file))
                    .toList();
        }
        for (Path other : others) {
            if (!isBeingWritten(other)) {
                delete(other);
            }
        }
        return new ClassArchive(file, true);
    }

    private static boolean isBeingWritten(Path file) {
        File unfinished = file.toFile();
        return file.toString().endsWith(".tmp")
                && unfinished.lastModified() > System.currentTimeMillis() - LONGEST_WRITE_MS;
    }

    /** Returns one that is neither used nor written. */
    static ClassArchive none(Path folder) {
        return new ClassArchive(folder.resolve("none.jsa"), false);
    }

    /** Returns whether the broker starts from it. */
    boolean used() {
        return wanted && Files.exists(file);
    }

    /** Returns the JVM's options to start from it, or else to be able to write it. */
    List<String> options() {
        if (!wanted) {
            return List.of();
        }
        return List.of(used() ? "-XX:SharedArchiveFile=" + file : "-XX:+RecordDynamicDumpInfo");
    }

    /** Returns the file that the broker is to write at its end; empty where there is nothing to write. */
    List<String> toWrite() {
        return wanted && !used() ? List.of(file.toString()) : List.of();
    }

    /** Deletes it, so that the next start does without, and returns whether that could be done. */
    boolean discard() {
        return delete(file);
    }

    /** It only saves time, so one that stays is no reason not to start. */
    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException stays) {
            LOG.info("{} cannot be deleted: {}", file, stays.toString());
            return false;
        }
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
