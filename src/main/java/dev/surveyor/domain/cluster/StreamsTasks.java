package dev.surveyor.domain.cluster;

import java.util.List;

/**
 * The tasks of a member of a streams group, each as {@code subtopology_partition}, in order.
 *
 * @param active those it processes
 * @param standby those whose state it keeps as well
 * @param warmup those whose state it catches up with, to take them over
 */
public record StreamsTasks(List<String> active, List<String> standby, List<String> warmup) {

    /** Of a member of another type of group. */
    public static final StreamsTasks NONE = new StreamsTasks(List.of(), List.of(), List.of());

    public StreamsTasks {
        active = List.copyOf(active);
        standby = List.copyOf(standby);
        warmup = List.copyOf(warmup);
    }

    public boolean isEmpty() {
        return active.isEmpty() && standby.isEmpty() && warmup.isEmpty();
    }

    /** Returns them in one line, for instance {@code 0_1, 1_1, standby 0_0}; empty text where there are none. */
    public String text() {
        StringBuilder text = new StringBuilder(String.join(", ", active));
        append(text, "standby", standby);
        append(text, "warm-up", warmup);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, List<String> tasks) {
        if (!tasks.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append(what).append(' ').append(String.join(", ", tasks));
        }
    }
}
