package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.time.Instant;
import java.util.function.Function;

/**
 * Keys to which Kafka Streams adds the times of a window. A time has to lie near that of the record; in a topic whose
 * name says nothing the key inside has to be readable too.
 *
 * <p>Source: {@code WindowKeySchema}, {@code SessionKeySchema} and {@code PrefixedWindowKeySchemas} of Kafka 4.4.
 */
final class StreamsKeyDecoder extends ProgramDecoder {

    private static final int TIME = Long.BYTES;
    private static final int SEQUENCE = Integer.BYTES;
    private static final long DAY_IN_MILLIS = 86_400_000;
    private static final long NEAR_IN_A_USERS_TOPIC = 400 * DAY_IN_MILLIS;
    private static final long NEAR = 3_660 * DAY_IN_MILLIS;

    private final Layout layout;

    /** Where the times stand. */
    enum Layout {
        /** Of a session: the key, its end, its start. */
        SESSION("Streams session key", 2 * TIME),
        /** Of a store of windows: the key, the start, a number that tells doubles apart. */
        STORE("Streams window store key", TIME + SEQUENCE),
        /** Of a window outside of its store: the key, the start. */
        WINDOW("Streams windowed key", TIME),
        /** Of a record that waits for its table: a zero, its time, the key, a number. */
        BUFFER("Streams join buffer key", 1 + TIME + SEQUENCE);

        private final String label;
        private final int added;

        Layout(String label, int added) {
            this.label = label;
            this.added = added;
        }
    }

    StreamsKeyDecoder(Layout layout, Function<Input, Decoded> inside) {
        super(layout.label, inside);
        this.layout = layout;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        String topic = record.partition().topic();
        if (part != RecordPart.KEY || record.keyLength() <= layout.added) {
            return false;
        }
        boolean named = StreamsTopic.changelog(topic) || StreamsTopic.repartition(topic);
        Slice key = Slice.of(record, part);
        long limit = named ? NEAR : NEAR_IN_A_USERS_TOPIC;
        return switch (layout) {
            case SESSION ->
                near(fromEnd(key, TIME), record, limit)
                        && near(fromEnd(key, 2 * TIME), record, limit)
                        && fromEnd(key, 2 * TIME) >= fromEnd(key, TIME);
            case STORE ->
                StreamsTopic.changelog(topic)
                        && !StreamsTopic.joinBuffer(topic)
                        && key.at(key.length() - SEQUENCE) >= 0
                        && near(fromEnd(key, TIME + SEQUENCE), record, limit);
            case WINDOW -> near(fromEnd(key, TIME), record, limit);
            case BUFFER -> StreamsTopic.joinBuffer(topic) && key.at(0) == 0;
        };
    }

    @Override
    boolean surely(String topic) {
        return layout == Layout.BUFFER;
    }

    /** Returns whether a key, by its last bytes, may end in a time of Kafka Streams, as no text does. Very cheap. */
    static boolean mayEndInTime(byte[] data, int start, int length) {
        int end = start + length;
        return (length > TIME && data[end - TIME] == 0 && data[end - TIME + 1] == 0)
                || (length > TIME + SEQUENCE
                        && data[end - TIME - SEQUENCE] == 0
                        && data[end - TIME - SEQUENCE + 1] == 0);
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        int added = layout.added;
        if (in.left() < added) {
            throw new UndecodableException("shorter than " + added + " bytes");
        }
        String words = layout == Layout.BUFFER ? buffered(in, out) : windowed(in, out);
        RawRecord record = input.record();
        boolean named =
                record != null && StreamsTopic.changelog(record.partition().topic());
        if (out.unread() && !named && !input.chosen()) {
            throw new UndecodableException("nothing can read the key inside");
        }
        return words;
    }

    private String windowed(ByteReader in, Wrapped out) {
        out.bytes("key", in.take(in.left() - layout.added));
        if (layout == Layout.SESSION) {
            long end = in.bigEndian(TIME);
            long start = in.bigEndian(TIME);
            out.time("start", start);
            out.time("end", end);
            out.cell("@" + Instant.ofEpochMilli(start) + "/" + Instant.ofEpochMilli(end));
            return "session from " + Instant.ofEpochMilli(start) + " to " + Instant.ofEpochMilli(end);
        }
        long start = in.bigEndian(TIME);
        out.time("start", start);
        out.cell("@" + Instant.ofEpochMilli(start));
        if (layout == Layout.STORE) {
            out.number("sequence", in.bigEndian(SEQUENCE));
        }
        return "windowed key, start " + Instant.ofEpochMilli(start);
    }

    private static String buffered(ByteReader in, Wrapped out) {
        if (in.octet() != 0) {
            throw new UndecodableException("does not begin with a zero byte");
        }
        long time = in.bigEndian(TIME);
        out.bytes("key", in.take(in.left() - SEQUENCE));
        out.time("time", time);
        out.cell("@" + Instant.ofEpochMilli(time));
        out.number("sequence", in.bigEndian(SEQUENCE));
        return "buffered at " + Instant.ofEpochMilli(time);
    }

    private static long fromEnd(Slice key, int bytes) {
        long number = 0;
        for (int i = 0; i < TIME; i++) {
            number = number << Byte.SIZE | (key.at(key.length() - bytes + i) & 0xff);
        }
        return number;
    }

    /** Windows begin before their records, or little after. */
    private static boolean near(long time, RawRecord record, long limit) {
        return time >= 0 && time - record.timestamp() <= DAY_IN_MILLIS && record.timestamp() - time <= limit;
    }
}
