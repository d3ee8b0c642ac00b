package dev.surveyor.service.transfer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;

/** The file that an export ends in: the one that is named, or where the symbolic links of that name lead. */
final class ExportTarget {

    private static final int MOST_LINKS = 40;

    private final Path file;

    private ExportTarget(Path file) {
        this.file = file;
    }

    /** Returns the target; a link may lead to a file that does not exist yet. */
    static ExportTarget of(Path named) throws IOException {
        Path at = named.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(named.toString());
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        if (Files.isDirectory(at)) {
            throw new FileAlreadyExistsException(at.toString());
        }
        return new ExportTarget(at);
    }

    /** Makes a temporary file beside the target. */
    Path newPart() throws IOException {
        return Files.createTempFile(file.getParent(), ".export-", ".part");
    }

    /** Gives the temporary file the name of the target and the rights that a file of that name had. */
    void replaceBy(Path part) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (rights != null && Files.exists(file)) {
            rights.setPermissions(Files.getPosixFilePermissions(file));
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String why(IOException failed) {
        if (full(failed)) {
            return "The disk is full.";
        } else if (failed instanceof AccessDeniedException) {
            return "Writing in this folder is not allowed.";
        } else if (failed instanceof NoSuchFileException) {
            return "This folder does not exist.";
        } else if (failed instanceof FileAlreadyExistsException) {
            return "There is a folder of this name.";
        } else if (failed instanceof FileSystemLoopException) {
            return "This symbolic link leads back to itself.";
        } else if (failed instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason() + ".";
        }
        return failed.getMessage() + ".";
    }

    static String remedy(IOException failed) {
        if (full(failed)) {
            return "Make room on the disk, or choose a folder on another";
        } else if (failed instanceof FileAlreadyExistsException || failed instanceof FileSystemLoopException) {
            return "Choose another name";
        }
        return "Choose another folder";
    }

    private static boolean full(IOException failed) {
        String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }
}
