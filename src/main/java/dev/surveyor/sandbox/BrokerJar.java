package dev.surveyor.sandbox;

import dev.surveyor.sandbox.broker.BrokerMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the classes of ours that the broker's process runs into a jar. A class archive of the JVM works only where the class path has
 * no folders, and during development our own classes are in one.
 */
final class BrokerJar {

    /** All of the package, which is kept small and without nested classes for this. */
    private static final List<String> FILES =
            List.of("BrokerMain.class", "BrokerStorage.class", "BrokerWarmUp.class", "broker-classes.txt");

    private BrokerJar() {}

    /** Returns the jar, written only where it is missing or not the same: its date is part of the archive's check. */
    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("broker-main.jar");
        byte[] content = content();
        if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), content)) {
            write(content, jar);
        }
        return jar;
    }

    /** Writes it whole or not at all, as another broker may start from it. */
    static void write(byte[] content, Path jar) throws IOException {
        Path unfinished = Files.createTempFile(jar.toAbsolutePath().getParent(), "broker-main", ".tmp");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static byte[] content() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String file : FILES) {
                add(out, file);
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String file) throws IOException {
        try (InputStream in = BrokerMain.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new NoSuchFileException(file);
            }
            ZipEntry entry = new ZipEntry(BrokerMain.class.getPackageName().replace('.', '/') + "/" + file);
            entry.setTime(0);
            out.putNextEntry(entry);
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
