package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.RawRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

        /** So many of those remembered must name a schema to have it asked for among many that do not exist. */
        private static final int NAMED_BY_MANY = 8;

        private static final int MOST_KINDS = 512;

        private final Runnable changed;

        /** What was seen last, one for each record; a ring. Guarded by this. */
        private final Seen[] ring = new Seen[REMEMBERED];

        /** Guarded by this. */
        private final Map<SchemaKey, Kind> kinds = new LinkedHashMap<>();

        private int count;

        /** Those that have the subject of this topic. Never changed, but replaced. */
        private volatile Set<SchemaKey> fitting = Set.of();

        /** One record that names a schema. */
        private static final class Seen {
            private final long place;
            private final SchemaKey key;
            private final boolean mayBeNumber;
            private @Nullable Boolean read;

            Seen(long place, SchemaKey key, boolean mayBeNumber) {
                this.place = place;
                this.key = key;
                this.mayBeNumber = mayBeNumber;
            }
        }

        /** What is known of a schema that was named here. */
        private static final class Kind {
            private boolean asked;
            private boolean fits;
            private boolean spoken;
        }

        Group(Runnable changed) {
            this.changed = changed;
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

        /** Returns whether a registry may be asked for a schema that this payload names. */
        synchronized boolean mayAsk(SchemaKey key, Input input) {
            Seen unused = seen(key, input);
            Kind kind = kind(key);
            kind.asked = kind.asked || fewInVain() || namedBy(key) >= NAMED_BY_MANY;
            return kind.asked;
        }

        private boolean fewInVain() {
            int fits = 0;
            int vain = 0;
            for (Kind kind : kinds.values()) {
                fits += kind.fits ? 1 : 0;
                vain += kind.asked && !kind.fits ? 1 : 0;
            }
            return vain < ASKED_IN_VAIN + ASKED_MORE_FOR_EACH * fits;
        }

        private int namedBy(SchemaKey key) {
            int named = 0;
            for (Seen one : ring) {
                named += one != null && key.equals(one.key) ? 1 : 0;
            }
            return named;
        }

        /** A payload could be read, or not, by the schema that it names, for which no subject speaks. */
        void saw(SchemaKey key, Input input, boolean read) {
            if (turns(key, input, read)) {
                changed.run();
            }
        }

        /** Returns whether the neighbours are read by that schema, so that it is theirs. */
        synchronized boolean speakFor(SchemaKey key) {
            return kind(key).spoken;
        }

        private synchronized boolean turns(SchemaKey key, Input input, boolean read) {
            Seen one = seen(key, input);
            if (one.read != null && one.read == read) {
                return false;
            }
            one.read = read;
            Kind kind = kind(key);
            boolean before = kind.spoken;
            kind.spoken = evidence(key, before);
            kind.fits |= kind.spoken;
            return before != kind.spoken;
        }

        /** Eight bytes are a number before they are three bytes of a schema, so something else must speak for it too. */
        private boolean evidence(SchemaKey key, boolean spokenBefore) {
            int good = 0;
            int bad = 0;
            boolean onlyNumbers = true;
            for (Seen one : ring) {
                if (one == null || one.read == null) {
                    continue;
                }
                if (!one.read) {
                    bad++;
                } else if (key.equals(one.key)) {
                    good++;
                    onlyNumbers &= one.mayBeNumber;
                }
            }
            boolean stays = spokenBefore && bad < good;
            return !onlyNumbers && good >= ENOUGH && (stays || bad * 10 <= good);
        }

        private Seen seen(SchemaKey key, Input input) {
            long place = place(input);
            for (Seen one : ring) {
                if (one != null && one.place == place && one.key.equals(key)) {
                    return one;
                }
            }
            Seen made = new Seen(place, key, input.bytes().length() == Long.BYTES);
            ring[count++ % REMEMBERED] = made;
            return made;
        }

        private Kind kind(SchemaKey key) {
            if (kinds.size() > MOST_KINDS && !kinds.containsKey(key)) {
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
