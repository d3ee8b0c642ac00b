package dev.surveyor.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** Words what the disk refused. */
final class DiskReasons {

    private DiskReasons() {}

    /** Returns one sentence that names the cause. */
    static String of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "You may not write to " + denied.getFile() + ".";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return ((FileSystemException) e).getFile() + " is not a folder.";
        }
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return "The disk says: " + refused.getReason() + ".";
        }
        return "The disk says: " + e.getMessage() + ".";
    }
}
