package dev.surveyor.service.task;

import dev.surveyor.codec.words.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be left half done if something were closed now.
 *
 * @param unsent records that a running burst has yet to send
 * @param unacknowledged records that were sent and have no report yet
 * @param failed records whose report is a failure, counted from the beginning
 * @param tasks work that would be cut off, as in {@code Importing into orders}
 */
public record Unfinished(long unsent, long unacknowledged, long failed, List<String> tasks) {

    public static final Unfinished NOTHING = new Unfinished(0, 0, 0, List.of());

    public Unfinished {
        tasks = List.copyOf(tasks);
    }

    public Unfinished plus(Unfinished other) {
        List<String> all = new ArrayList<>(tasks);
        all.addAll(other.tasks);
        return new Unfinished(unsent + other.unsent, unacknowledged + other.unacknowledged, failed + other.failed, all);
    }

    /** Returns whether nothing is left to wait for. */
    public boolean nothing() {
        return unsent == 0 && unacknowledged == 0 && tasks.isEmpty();
    }

    /** Returns sentences that say what is left, empty where nothing is. */
    public String words() {
        Stream<String> sends = Stream.of(count(unsent, "not yet sent"), count(unacknowledged, "not yet acknowledged"));
        return Stream.concat(sends, tasks.stream().map(task -> task + " is not finished."))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String count(long records, String what) {
        return records == 0 ? "" : Counted.of(records, "record is ", "records are ") + what + ".";
    }
}
