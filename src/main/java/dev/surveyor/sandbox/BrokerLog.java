package dev.surveyor.sandbox;

import dev.surveyor.sandbox.broker.BrokerMain;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a broker's log, and the line in it that says why the broker gave up. */
final class BrokerLog {

    private static final int BYTES_READ = 32 * 1024;
    private static final int LINES_KEPT = 40;
    private static final Pattern ERROR = Pattern.compile("^[\\d:.]+ ERROR \\S+ - (.*)$");
    private static final Pattern THROWN =
            Pattern.compile("^(?:Caused by: )?(?:[\\w$]+\\.)+\\w*(?:Exception|Error): (.+)$");

    private final List<String> lines;

    private BrokerLog(List<String> lines) {
        this.lines = lines;
    }

    /** Reads the end of the file, after what the process printed itself. A missing file counts as empty. */
    static BrokerLog read(Path file, List<String> printed) {
        List<String> lines = new ArrayList<>(printed);
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - BYTES_READ);
            byte[] tail = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(tail);
            List<String> all = new String(tail, StandardCharsets.UTF_8).lines().toList();
            lines.addAll(all.subList(Math.max(0, all.size() - LINES_KEPT), all.size()));
        } catch (IOException missing) {
            lines.add("There is no log at " + file + ": " + missing.getMessage());
        }
        return new BrokerLog(lines);
    }

    /** Returns the reason as the broker worded it, the last one where there are several. */
    Optional<String> reason() {
        Optional<String> own = last(line -> line.startsWith(BrokerMain.FAILED)
                ? Optional.of(line.substring(BrokerMain.FAILED.length()))
                : Optional.empty());
        return own.map(BrokerLog::withoutClassName)
                .or(() -> last(line -> group(THROWN, line)))
                .or(() -> last(line -> group(ERROR, line)));
    }

    /** Returns whether any line has the words. */
    boolean mentions(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    /** Returns what it says last. */
    Optional<String> lastLine() {
        return last(line -> line.isBlank() ? Optional.empty() : Optional.of(line.strip()));
    }

    /** Returns all of it, for the details of a failure. */
    String text() {
        return String.join(System.lineSeparator(), lines);
    }

    private Optional<String> last(java.util.function.Function<String, Optional<String>> part) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Optional<String> found = part.apply(lines.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> group(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String withoutClassName(String thrown) {
        return group(THROWN, thrown).orElse(thrown);
    }
}
