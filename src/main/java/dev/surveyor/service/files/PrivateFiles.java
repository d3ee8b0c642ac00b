package dev.surveyor.service.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Folders and files that only their user may read. Where the file system has no such permissions, as on Windows, they
 * are made as usual: there the user's own folders are private already. Blocks.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes the folder and those above it that are missing; one that is there already is made private.
     *
     * @throws FileAlreadyExistsException where a file has its name
     * @throws IOException where it cannot be made, or belongs to another user
     */
    public static void folder(Path folder) throws IOException {
        if (!knowsPermissions(folder)) {
            Files.createDirectories(folder);
        } else if (Files.isDirectory(folder)) {
            narrow(folder, FOLDER);
        } else {
            // The permissions are for all the folders that are made.
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
    }

    /**
     * Makes the file where it is missing, empty; one that is there already is made private.
     *
     * @throws IOException where it cannot be made, or belongs to another user
     */
    public static void file(Path file) throws IOException {
        boolean permissions = knowsPermissions(file);
        try {
            Files.createFile(
                    file,
                    permissions
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException there) {
            if (permissions) {
                narrow(file, FILE);
            }
        }
    }

    /** Returns the command in a form in which all that the process writes is private, too. */
    public static List<String> command(List<String> command) {
        Path shell = Path.of("/bin/sh");
        if (!knowsPermissions(shell) || !Files.isExecutable(shell)) {
            return command;
        }
        List<String> masked = new ArrayList<>(List.of(shell.toString(), "-c", "umask 077; exec \"$0\" \"$@\""));
        masked.addAll(command);
        return masked;
    }

    private static boolean knowsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void narrow(Path path, Set<PosixFilePermission> to) throws IOException {
        if (!to.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, to);
        }
    }
}
