package dev.surveyor.sandbox;

import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the sandbox of a folder. The Surveyor that started the broker owns it until it ends: it holds a lock on a file,
 * which the system takes away when its process is gone, and writes beside it who it is and where its broker answers.
 * Others use the broker as guests.
 */
final class SandboxOwner implements AutoCloseable {

    private static final String OWNER = "owner.pid";
    private static final String BROKER = "broker.pid";
    private static final String BROKER_SINCE = "broker.since";
    private static final String BOOTSTRAP = "bootstrap.server";

    private final SandboxFolder folder;
    private @Nullable FileChannel channel;

    SandboxOwner(SandboxFolder folder) {
        this.folder = folder;
    }

    /** Makes this process the owner; returns false where another one is, or another sandbox of this process. */
    boolean claim() throws IOException {
        if (channel != null) {
            return true;
        }
        PrivateFiles.folder(folder.root());
        PrivateFiles.file(folder.lock());
        FileChannel open = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = open.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        } finally {
            if (lock == null) {
                open.close();
            }
        }
        channel = lock == null ? null : open;
        return lock != null;
    }

    /** Writes down which broker belongs to this owner, before it answers or, with its address, when it does. */
    void tell(ProcessHandle broker, @Nullable String bootstrapServer) throws IOException {
        Properties content = new Properties();
        content.setProperty(OWNER, Long.toString(ProcessHandle.current().pid()));
        content.setProperty(BROKER, Long.toString(broker.pid()));
        broker.info().startInstant().ifPresent(since -> content.setProperty(BROKER_SINCE, since.toString()));
        if (bootstrapServer != null) {
            content.setProperty(BOOTSTRAP, bootstrapServer);
        }
        SandboxFolder.write(folder.owner(), content);
    }

    /** Returns the broker's process as the owner wrote it down, where it is alive. */
    Optional<ProcessHandle> broker() {
        Properties content = SandboxFolder.read(folder.owner());
        return process(content.getProperty(BROKER))
                .filter(found -> startedAt(found, content.getProperty(BROKER_SINCE)));
    }

    /** Returns whether the owner's process is alive. A broker outlives a killed owner for a moment. */
    boolean alive() {
        return process(SandboxFolder.read(folder.owner()).getProperty(OWNER)).isPresent();
    }

    /** Returns where the broker answers, or null where the owner has not said so yet. */
    @Nullable
    String bootstrapServer() {
        return SandboxFolder.read(folder.owner()).getProperty(BOOTSTRAP);
    }

    /** Returns the owner's process id as text, for a message. */
    String ownerPid() {
        return SandboxFolder.read(folder.owner()).getProperty(OWNER, "unknown");
    }

    /** Gives the sandbox up. */
    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            Files.deleteIfExists(folder.owner());
            open.close();
        }
    }

    private static Optional<ProcessHandle> process(@Nullable String pid) {
        try {
            return pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** Tells a broker from a later process that happens to have its number. */
    private static boolean startedAt(ProcessHandle process, @Nullable String since) {
        Optional<Instant> actual = process.info().startInstant();
        return since == null || actual.isEmpty() || actual.get().toString().equals(since);
    }
}
