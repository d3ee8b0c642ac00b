package dev.surveyor.sandbox;

import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder of one sandbox and the names in it. Everything that the sandbox writes is below the root, except where
 * brokers share what they start from.
 *
 * @param root absolute path of the folder; need not exist
 * @param cache where the broker's jar and its class archive are; all of it can be made again
 */
record SandboxFolder(Path root, Path cache) {

    /** The system property that names a cache for the brokers of all sandboxes; without it each has its own. */
    static final String SHARED_CACHE = "surveyor.broker.cache";

    SandboxFolder {
        root = root.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
    }

    /** The folder with the cache that is usual for it. */
    SandboxFolder(Path root) {
        this(root, sharedCache().orElseGet(() -> root.resolve("cache")));
    }

    private static Optional<Path> sharedCache() {
        return Optional.ofNullable(System.getProperty(SHARED_CACHE)).map(Path::of);
    }

    /** Returns where the broker keeps records and metadata; what a reset deletes. */
    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("broker.log");
    }

    Path brokerSettings() {
        return root.resolve("server.properties");
    }

    Path logSettings() {
        return root.resolve("broker-logback.xml");
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    Path lock() {
        return root.resolve("owner.lock");
    }

    Path owner() {
        return root.resolve("owner.properties");
    }

    /** Returns the mark of sample data that was begun and not finished. */
    Path unfinishedSample() {
        return root.resolve("sample-data.unfinished");
    }

    /** Makes the folders that are missing and puts the settings of the broker's log in place. */
    void prepare() throws IOException {
        PrivateFiles.folder(root);
        PrivateFiles.folder(data());
        PrivateFiles.folder(cache());
        try (InputStream in = SandboxFolder.class.getResourceAsStream("broker-logback.xml")) {
            if (in == null) {
                throw new NoSuchFileException("broker-logback.xml");
            }
            PrivateFiles.file(logSettings());
            Files.write(logSettings(), in.readAllBytes());
        }
    }

    /** Deletes the records and the metadata; the ports stay, so that clients find the next broker at the same place. */
    void deleteData() throws IOException {
        Files.deleteIfExists(unfinishedSample());
        if (!Files.exists(data())) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(data())) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    /** Returns the content of a properties file, empty where there is none or where it cannot be read. */
    static Properties read(Path file) {
        Properties content = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            content.load(in);
        } catch (IOException | IllegalArgumentException missingOrDamaged) {
            content.clear();
        }
        return content;
    }

    /** Writes the file so that a reader sees the old content or the new one, never half of it. */
    static void write(Path file, Properties content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        PrivateFiles.file(unfinished);
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            content.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
