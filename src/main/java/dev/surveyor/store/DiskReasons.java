package dev.surveyor.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** Words what the disk refused. */
public final class DiskReasons {

    private DiskReasons() {}

    /** Returns one sentence that names the cause. */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "You may not open " + denied.getFile() + ".";
        }
        if (e instanceof SafeFile.FolderInstead folder) {
            return folder.getFile() + " is a folder, where Surveyor keeps a file; move it away or rename it.";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return ((FileSystemException) e).getFile() + " is not a folder.";
        }
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return "The disk says: " + refused.getReason() + ".";
        }
        return "The disk says: " + e.getMessage() + ".";
    }

    /** Returns what to do about a file that could not be read, one sentence. */
    static String remedyOfReading(IOException e) {
        return e instanceof SafeFile.FolderInstead
                ? "Then start Surveyor again."
                : "Check who may read the file, then start Surveyor again.";
    }
}
