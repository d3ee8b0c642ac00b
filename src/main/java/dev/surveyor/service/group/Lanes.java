package dev.surveyor.service.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a group in the order of their appearance, those that ended included. */
final class Lanes {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int lettersGiven;

    private static final class Entry {
        private final String letter;
        private final String client;
        private final boolean sampled;
        private String memberId;
        private Lane.End end = Lane.End.LIVES;
        private @Nullable Instant endedAt;
        private @Nullable Instant expiredAt;

        private Entry(String letter, String client, String memberId, boolean sampled) {
            this.letter = letter;
            this.client = client;
            this.memberId = memberId;
            this.sampled = sampled;
        }

        private boolean seatKept() {
            return end == Lane.End.SEAT_KEPT && expiredAt == null;
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Notes a sign of life; a member that had ended is back. */
    void seen(String key, String client, String memberId, boolean sampled) {
        Entry entry =
                entries.computeIfAbsent(key, unused -> new Entry(letter(lettersGiven++), client, memberId, sampled));
        if (!memberId.isEmpty()) {
            entry.memberId = memberId;
        }
        entry.end = Lane.End.LIVES;
        entry.endedAt = null;
        entry.expiredAt = null;
    }

    void ended(String key, Lane.End end, Instant at) {
        Entry entry = entries.get(key);
        if (entry != null) {
            entry.end = end;
            entry.endedAt = at;
            entry.expiredAt = null;
        }
    }

    /** Notes that the coordinator gave up on a member which had ended before. */
    void expired(String key, Lane.End end, Instant endedAt, Instant at) {
        Entry entry = entries.get(key);
        if (entry != null) {
            entry.end = end;
            entry.endedAt = endedAt;
            entry.expiredAt = at;
        }
    }

    @Nullable
    Instant endedAt(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.endedAt;
    }

    /** Returns whether the coordinator keeps the seat of that member, which has left for now. */
    boolean seatKept(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.seatKept();
    }

    /** Returns whether the coordinator knows of no member: all are gone, and none of them only in silence or for now. */
    boolean nobodyCounts() {
        return entries.values().stream()
                .noneMatch(entry -> entry.end == Lane.End.LIVES || entry.end == Lane.End.VANISHED || entry.seatKept());
    }

    String title(String key, String client) {
        Entry entry = entries.get(key);
        return entry == null ? client : entry.letter + " · " + entry.client;
    }

    void forgetBefore(Instant time, Ownership ownership) {
        entries.entrySet().removeIf(each -> {
            Instant endedAt = each.getValue().endedAt;
            return endedAt != null
                    && endedAt.isBefore(time)
                    && ownership.spansOf(each.getKey()).isEmpty();
        });
    }

    List<Lane> all(Ownership ownership) {
        List<Lane> lanes = new ArrayList<>();
        entries.forEach((key, entry) -> lanes.add(new Lane(
                key,
                entry.letter,
                entry.client,
                entry.memberId,
                entry.sampled,
                entry.end,
                entry.endedAt,
                entry.expiredAt,
                ownership.spansOf(key))));
        return lanes;
    }

    /** Returns A to Z, then A2 to Z2 and so on. */
    private static String letter(int index) {
        String letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : letter + (index / 26 + 1);
    }
}
