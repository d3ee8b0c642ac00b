package dev.surveyor.sandbox;

import dev.surveyor.sandbox.broker.BrokerMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the main class of the broker's process into a jar. A class archive of the JVM works only where the class path has
 * no folders, and during development our own classes are in one.
 */
final class BrokerJar {

    private BrokerJar() {}

    /** Returns the jar, written only where it is missing or not the same: its date is part of the archive's check. */
    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("broker-main.jar");
        byte[] content = content();
        if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), content)) {
            Files.write(jar, content);
        }
        return jar;
    }

    private static byte[] content() throws IOException {
        String name = BrokerMain.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = BrokerMain.class.getResourceAsStream("/" + name);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            if (in == null) {
                throw new NoSuchFileException(name);
            }
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            out.putNextEntry(entry);
            in.transferTo(out);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
