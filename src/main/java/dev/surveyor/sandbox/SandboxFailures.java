package dev.surveyor.sandbox;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailure.Kind;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/** Words what can go wrong with the sandbox: what happened, why, what to do. */
final class SandboxFailures {

    static final String PORT_TAKEN = "Address already in use";
    private static final String NO_SPACE = "No space left on device";
    private static final String LOCKED = "Failed to acquire lock on file";

    private final SandboxFolder folder;

    SandboxFailures(SandboxFolder folder) {
        this.folder = folder;
    }

    /** The broker ended before it answered. */
    BrokerFailure didNotStart(BrokerLog log) {
        String why = log.reason()
                .map(reason -> sentence("The broker says: " + reason))
                .orElse("");
        return new BrokerFailure("The sandbox broker did not start.", why, remedies(log), log.text(), Kind.FATAL);
    }

    /** The broker ended while it was in use. */
    BrokerFailure ended(BrokerLog log, int exitCode) {
        // Without a word of its own it was ended from outside; an old error line in its log would be a wrong reason.
        String why = exitCode > 128
                ? "Its process was ended from outside (exit code " + exitCode + ")."
                : log.reason()
                        .map(reason -> sentence("The broker says: " + reason))
                        .orElse("Its process ended with exit code " + exitCode + ".");
        List<String> remedies = new ArrayList<>(List.of("Start the sandbox again; its data is kept"));
        remedies.addAll(remedies(log).subList(1, remedies(log).size()));
        return new BrokerFailure("The sandbox broker has ended.", why, remedies, log.text(), Kind.FATAL);
    }

    /** The Surveyor that this one was a guest of has gone, and its broker with it. */
    BrokerFailure ownerGone() {
        return new BrokerFailure(
                "The sandbox broker has ended.",
                "It belonged to another Surveyor, which stopped it or was closed.",
                List.of("Start the sandbox here; its data is kept"),
                "folder " + folder.root(),
                Kind.FATAL);
    }

    /** Another Surveyor holds the folder, and its broker does not answer. */
    BrokerFailure heldByAnother(String pid) {
        return new BrokerFailure(
                "The sandbox is being started or stopped by another Surveyor (process " + pid + ").",
                "Its broker has not answered in time.",
                List.of("Wait until it is ready there, and try again", "Close the other Surveyor"),
                "folder " + folder.root(),
                Kind.RETRIABLE);
    }

    /** A guest asked for what only the owner may do. */
    BrokerFailure belongsToAnother(String pid, String wish) {
        return new BrokerFailure(
                "The sandbox cannot be " + wish + " from this window.",
                "It belongs to another Surveyor (process " + pid + ").",
                List.of("Do it in the other window", "Close the other Surveyor; its sandbox ends with it"),
                "folder " + folder.root(),
                Kind.FATAL);
    }

    /** Anything else: the disk, the class path, a request of the sample data. */
    BrokerFailure broken(String what, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root instanceof java.util.concurrent.ExecutionException) {
            root = root.getCause();
        }
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack));
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        String reason = root.getClass().getSimpleName() + message;
        if (message.contains(NO_SPACE)) {
            List<String> remedies = List.of("Make room on the disk of " + folder.root() + ", and try again");
            return new BrokerFailure(what, sentence(reason), remedies, stack.toString(), Kind.FATAL);
        }
        if (root instanceof FileSystemException) {
            return new BrokerFailure(
                    what,
                    "A file or folder in " + folder.root() + " cannot be written (" + reason + ").",
                    List.of("Make the folder writable, and try again", "Choose another one with SURVEYOR_HOME"),
                    stack.toString(),
                    Kind.FATAL);
        }
        return new BrokerFailure(
                what,
                sentence(reason),
                List.of("Try again", "Reset the sandbox, which deletes its data", "Look into " + folder.log()),
                stack.toString(),
                Kind.FATAL);
    }

    static BrokerFailureException thrown(BrokerFailure failure) {
        return new BrokerFailureException(failure, null);
    }

    private List<String> remedies(BrokerLog log) {
        if (log.mentions(PORT_TAKEN)) {
            return List.of("Try again; other ports will be taken", "Look into " + folder.log());
        }
        if (log.mentions(NO_SPACE)) {
            return List.of("Make room on the disk of " + folder.root() + ", and try again");
        }
        if (log.mentions(LOCKED)) {
            return List.of("End the other broker that uses " + folder.data() + ", and try again");
        }
        return List.of("Try again", "Reset the sandbox, which deletes its data", "Look into " + folder.log());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
