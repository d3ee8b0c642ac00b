package dev.surveyor.store;

import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file that is read and replaced as a whole: at every moment, also after a crash, the old content or the new one is
 * there and nothing between. Several instances of the program may use it at the same time. Blocks.
 */
final class SafeFile {

    private static final Logger log = LoggerFactory.getLogger(SafeFile.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final String TEMPORARY = ".tmp";

    private static final int LOCK_TURNS = 100;
    private static final long LOCK_TURN_MILLIS = 20;

    private final Path file;
    private final Clock clock;

    SafeFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    Path path() {
        return file;
    }

    /**
     * Throws where the file could not be written now, without trying it: the folder, or where there is none the one in
     * which it would be made, is no folder or may not be written.
     */
    void checkWritable() throws IOException {
        Path at = folder();
        while (Files.notExists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        if (!Files.isDirectory(at)) {
            throw new NotDirectoryException(at.toString());
        }
        if (!Files.isWritable(at)) {
            throw new AccessDeniedException(at.toString());
        }
    }

    /** Returns the content; empty where there is no file yet. */
    Optional<byte[]> read() throws IOException {
        if (Files.isDirectory(file)) {
            throw new FolderInstead(file);
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Deletes what programs left that ended while they wrote this file. Where another instance writes it now, or where
     * it cannot be deleted, that stays until a later start.
     */
    void deleteLeftOvers() {
        if (!Files.isDirectory(folder())) {
            return;
        }
        try {
            exclusively(() -> {
                try (DirectoryStream<Path> left =
                        Files.newDirectoryStream(folder(), nameWithoutEnd() + ".*" + TEMPORARY)) {
                    for (Path each : left) {
                        Files.deleteIfExists(each);
                    }
                }
            });
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("What was left of unfinished writing beside {} stays", file, e);
        }
    }

    /**
     * Replaces the content, and returns when it is on the disk. To be called where no other instance writes, that is
     * within {@link #exclusively}.
     */
    void write(byte[] content) throws IOException {
        Path folder = folder();
        PrivateFiles.folder(folder);
        Path temporary = Files.createTempFile(folder, nameWithoutEnd() + ".", TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            moveOver(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Renames the file so that nothing overwrites it.
     *
     * @param why a word for its new name, for instance {@code damaged}
     * @return the new path
     */
    Path setAside(String why) throws IOException {
        String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
        String begin = nameWithoutEnd() + "." + why + "-" + stamp;
        Path target = file.resolveSibling(begin + ".json");
        for (int turn = 2; Files.exists(target); turn++) {
            target = file.resolveSibling(begin + "-" + turn + ".json");
        }
        return Files.move(file, target);
    }

    /**
     * Runs the work while no other instance of the program runs such work on the same file. Where the lock cannot be
     * had in two seconds, or the file system knows none, the work runs all the same: the move is atomic anyway, so
     * that at worst the last writer wins.
     */
    void exclusively(Work work) throws IOException {
        PrivateFiles.folder(folder());
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        PrivateFiles.file(lockFile);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = lock(channel);
            try {
                work.run();
            } finally {
                if (lock != null) {
                    lock.release();
                }
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        for (int turn = 0; turn < LOCK_TURNS; turn++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                log.debug("Another part of this program holds the lock; trying again", e);
            } catch (IOException e) {
                log.debug("No lock on this file system; going on without", e);
                return null;
            }
            try {
                Thread.sleep(LOCK_TURN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private void moveOver(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            log.debug("No atomic move on this file system", e);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    private String nameWithoutEnd() {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    /** A folder has the name of the file. */
    static final class FolderInstead extends FileSystemException {
        private static final long serialVersionUID = 1L;

        FolderInstead(Path file) {
            super(file.toString(), null, "a folder stands where a file should be");
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
