package dev.surveyor.sandbox;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailure.Kind;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.sandbox.StartPatience.StartStuck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
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

    /** The broker lives, and does not get on with its start. */
    BrokerFailure stuck(String step, StartStuck stuck, BrokerLog log) {
        String moved = stuck.still().compareTo(stuck.waited()) >= 0
                ? "nothing of it has moved in that time"
                : stuck.still().toSeconds() > 0
                        ? "nothing of it has moved for the last " + words(stuck.still())
                        : "it goes on working";
        String last = log.lastLine().map(line -> " Its log ends with: " + line).orElse("");
        return new BrokerFailure(
                "The sandbox broker did not start.",
                sentence("Its process lives, but the step \u201c" + step + "\u201d was not done after "
                                + words(stuck.waited()) + ", and " + moved)
                        + last,
                List.of(
                        "Look into " + folder.log(),
                        "Try again when the machine has less to do",
                        "Reset the sandbox, which deletes its data"),
                log.text(),
                Kind.FATAL);
    }

    /** The broker answers, but not what the sample data asks of it. */
    BrokerFailure noAnswer(String step, Duration waited, Throwable cause) {
        return new BrokerFailure(
                "The sandbox could not be filled.",
                "Its broker runs, but gave no answer to the step \u201c" + step + "\u201d within " + words(waited)
                        + ".",
                List.of(
                        "Try again when the machine has less to do; what is there is kept",
                        "Look into " + folder.log(),
                        "Reset the sandbox, which deletes its data"),
                stackOf(cause),
                Kind.RETRIABLE);
    }

    private static String words(Duration length) {
        long seconds = Math.max(1, length.toSeconds());
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
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
        String stack = stackOf(cause);
        String message = root.getMessage() == null ? "" : root.getMessage();
        if (message.contains(NO_SPACE)) {
            List<String> remedies = List.of("Make room on the disk of " + folder.root() + ", and try again");
            return new BrokerFailure(what, sentence(message), remedies, stack, Kind.FATAL);
        }
        if (root instanceof FileSystemException disk) {
            return new BrokerFailure(
                    what,
                    "A file or folder in " + folder.root() + " cannot be written: " + refused(disk),
                    List.of("Make the folder writable, and try again", "Choose another one with SURVEYOR_HOME"),
                    stack,
                    Kind.FATAL);
        }
        return new BrokerFailure(
                what,
                message.isEmpty() ? "Nothing more is known than what the details say." : sentence(message),
                List.of("Try again", "Reset the sandbox, which deletes its data", "Look into " + folder.log()),
                stack,
                Kind.FATAL);
    }

    private static String refused(FileSystemException disk) {
        if (disk instanceof AccessDeniedException) {
            return "you may not open " + disk.getFile() + ".";
        }
        if (disk instanceof NoSuchFileException) {
            return disk.getFile() + " is not there.";
        }
        return disk.getReason() == null
                ? disk.getFile() + " is refused."
                : sentence(disk.getFile() + ": " + disk.getReason());
    }

    private static String stackOf(Throwable cause) {
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack));
        return stack.toString();
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
