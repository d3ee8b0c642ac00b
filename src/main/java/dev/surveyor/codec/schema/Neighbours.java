package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.RawRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the keys or values of a topic have shown so far, as far as they begin as if they named a schema. Where several
 * are read by the same schema and hardly any is not, that schema is theirs, whatever its subject is called. Where many
 * name schemas that do not exist, the next ones are not asked for: they are numbers, or whatever else begins so. Safe
 * for several threads.
 */
final class Neighbours {

    private static final int MOST_TOPICS = 10_000;

    private final Runnable changed;
    private final Map<String, Group> keys = new ConcurrentHashMap<>();
    private final Map<String, Group> values = new ConcurrentHashMap<>();

    /** @param changed called where records that were seen before read differently now, on any thread */
    Neighbours(Runnable changed) {
        this.changed = changed;
    }

    /** Forgets everything. */
    void forget() {
        keys.clear();
        values.clear();
    }

    /** Returns those beside a key or value; of bytes without a record there are none. */
    Group of(Input input) {
        RawRecord record = input.record();
        if (record == null) {
            return new Group(() -> {});
        }
        Map<String, Group> groups = input.part() == RecordPart.KEY ? keys : values;
        if (groups.size() > MOST_TOPICS) {
            groups.clear();
        }
        return groups.computeIfAbsent(record.partition().topic(), topic -> new Group(changed));
    }

    /** The keys or the values of one topic. */
    static final class Group {

        private static final int REMEMBERED = 64;
        private static final int ENOUGH = 3;
        private static final int ASKED_IN_VAIN = 5;
        private static final int ASKED_MORE_FOR_EACH = 2;
        private static final int SEEN_AGAIN = 3;
        private static final int MOST_KEYS = 512;

        private final Runnable changed;

        /** Guarded by this. */
        private final Map<SchemaKey, Kind> kinds = new LinkedHashMap<>();

        private final long[] places = new long[REMEMBERED];
        private final SchemaKey[] named = new SchemaKey[REMEMBERED];
        private final boolean[] reads = new boolean[REMEMBERED];
        private final boolean[] numbers = new boolean[REMEMBERED];
        private int seen;

        /** Those that have the subject of this topic. Never changed, but replaced. */
        private volatile Set<SchemaKey> fitting = Set.of();

        /** What is known of a schema that was named here. */
        private static final class Kind {
            private boolean asked;
            private boolean fits;
            private boolean spoken;
            private int times;
            private long lastPlace;
        }

        Group(Runnable changed) {
            this.changed = changed;
        }

        /** Returns whether a registry may be asked for a schema that this payload names. */
        synchronized boolean mayAsk(SchemaKey key, Input input) {
            Kind kind = kind(key);
            long place = place(input);
            if (kind.times == 0 || kind.lastPlace != place) {
                kind.times++;
                kind.lastPlace = place;
            }
            if (!kind.asked) {
                int fitting = 0;
                int vain = 0;
                for (Kind other : kinds.values()) {
                    fitting += other.fits ? 1 : 0;
                    vain += other.asked && !other.fits ? 1 : 0;
                }
                kind.asked = kind.times >= SEEN_AGAIN || vain < ASKED_IN_VAIN + ASKED_MORE_FOR_EACH * fitting;
            }
            return kind.asked;
        }

        /** Returns whether a schema is known to have the subject of this topic. Cheap: asked for each record. */
        boolean fitting(SchemaKey key) {
            return fitting.contains(key);
        }

        /** A schema has the subject of this topic. */
        synchronized void fits(SchemaKey key) {
            kind(key).fits = true;
            Set<SchemaKey> more = new HashSet<>(fitting);
            more.add(key);
            fitting = Set.copyOf(more);
        }

        /** A payload could be read, or not, by the schema that it names, for which no subject speaks. */
        void saw(SchemaKey key, Input input, boolean read) {
            if (record(key, input, read)) {
                changed.run();
            }
        }

        /** Returns whether the neighbours are read by that schema, so that it is theirs. */
        synchronized boolean speakFor(SchemaKey key) {
            return kind(key).spoken;
        }

        private synchronized boolean record(SchemaKey key, Input input, boolean read) {
            long place = place(input);
            int known = Math.min(seen, REMEMBERED);
            for (int i = 0; i < known; i++) {
                if (places[i] == place) {
                    if (reads[i] == read) {
                        return false;
                    }
                    return put(i, place, key, input, read);
                }
            }
            return put(seen++ % REMEMBERED, place, key, input, read);
        }

        private boolean put(int index, long place, SchemaKey key, Input input, boolean read) {
            places[index] = place;
            named[index] = key;
            reads[index] = read;
            numbers[index] = input.bytes().length() == Long.BYTES;
            Kind kind = kind(key);
            boolean speak = evidence(key);
            boolean turned = speak != kind.spoken;
            kind.spoken = speak;
            kind.fits |= speak;
            return turned;
        }

        /** Eight bytes are a number before they are three bytes of a schema, so something else must speak for it too. */
        private boolean evidence(SchemaKey key) {
            int good = 0;
            int bad = 0;
            boolean onlyNumbers = true;
            for (int i = 0; i < Math.min(seen, REMEMBERED); i++) {
                if (!reads[i]) {
                    bad++;
                } else if (key.equals(named[i])) {
                    good++;
                    onlyNumbers &= numbers[i];
                }
            }
            boolean stays = kind(key).spoken && bad < good;
            return !onlyNumbers && good >= ENOUGH && (stays || bad * 10 <= good);
        }

        private Kind kind(SchemaKey key) {
            if (kinds.size() > MOST_KEYS && !kinds.containsKey(key)) {
                kinds.values().removeIf(kind -> !kind.asked);
            }
            return kinds.computeIfAbsent(key, unused -> new Kind());
        }

        /** Another number for each record of the topic, but for the rarest of chances. */
        private static long place(Input input) {
            RawRecord record = input.record();
            return record == null ? 0 : (long) record.partition().partition() << 48 ^ record.offset();
        }
    }
}
