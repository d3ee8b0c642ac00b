package dev.surveyor.codec.programs;

import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a suppression or a join with a table holds back: the record that it came from, the values, and the time until
 * which it waits. The header {@code v} says which of the four forms it is; the first and the join have none.
 *
 * <p>Source: {@code InMemoryTimeOrderedKeyValueChangeBuffer}, {@code RocksDBTimeOrderedKeyValueBuffer},
 * {@code TimeOrderedKeyValueBufferChangelogDeserializationHelper} and {@code ProcessorRecordContext} of Kafka 4.4.
 */
final class SuppressedDecoder extends ProgramDecoder {

    private static final byte[] VERSION = {'v'};
    private static final int NONE = -1;
    private static final int AS_PRIOR = -2;
    private static final int MOST_VERSION = 3;

    SuppressedDecoder(Function<Input, Decoded> inside) {
        super("Streams suppressed value", inside);
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        String topic = record.partition().topic();
        return part == RecordPart.VALUE
                && StreamsTopic.changelog(topic)
                && (StreamsTopic.suppressed(topic) || StreamsTopic.joinBuffer(topic) || version(record) > 0);
    }

    /** Returns the version that the header says, 0 where there is none. */
    private static int version(RawRecord record) {
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            if (header.hasKey(VERSION) && header.valueLength() == 1) {
                int version = record.data()[header.valueStart()];
                return version > MOST_VERSION ? 0 : version;
            }
        }
        return 0;
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        RawRecord record = input.record();
        int version =
                record == null || StreamsTopic.joinBuffer(record.partition().topic()) ? MOST_VERSION : version(record);
        long time;
        switch (version) {
            case 0 -> {
                time = in.bigEndian(Long.BYTES);
                oldAndNew(in, out);
            }
            case 1 -> {
                time = in.bigEndian(Long.BYTES);
                context(in, out);
                ByteReader change = new ByteReader(sized(in));
                oldAndNew(change, out);
                end(change);
            }
            case 2 -> time = second(input, in, out);
            default -> time = third(in, out);
        }
        end(in);
        out.time("bufferTime", time);
        return "version " + version + ", waits since " + Instant.ofEpochMilli(time);
    }

    /** Three releases wrote the third form and said that it is the second: the one that fits to the end is meant. */
    private static long second(Input input, ByteReader in, Wrapped out) {
        if (!fitsSecond(input)) {
            return third(in, out);
        }
        context(in, out);
        ByteReader change = new ByteReader(sized(in));
        oldAndNew(change, out);
        out.bytes("prior", sized(in));
        return in.bigEndian(Long.BYTES);
    }

    private static boolean fitsSecond(Input input) {
        try {
            ByteReader in = new ByteReader(input.bytes());
            context(in, null);
            ByteReader change = new ByteReader(sized(in));
            Slice unusedOld = sized(change);
            Slice unusedNew = sized(change);
            Slice unusedPrior = sized(in);
            return change.left() == 0 && in.left() == Long.BYTES;
        } catch (UndecodableException other) {
            return false;
        }
    }

    private static long third(ByteReader in, Wrapped out) {
        context(in, out);
        Slice prior = sized(in);
        int length = in.int32();
        Slice old = length == AS_PRIOR ? prior : sized(length, in);
        out.bytes("new", sized(in));
        out.bytes("old", old);
        out.bytes("prior", prior);
        return in.bigEndian(Long.BYTES);
    }

    private static void oldAndNew(ByteReader in, Wrapped out) {
        Slice old = sized(in);
        out.bytes("new", sized(in));
        out.bytes("old", old);
    }

    /** Reads where the record came from. */
    private static void context(ByteReader in, @org.jspecify.annotations.Nullable Wrapped out) {
        long timestamp = in.bigEndian(Long.BYTES);
        long offset = in.bigEndian(Long.BYTES);
        String topic = in.text(in.int32());
        int partition = in.int32();
        int headers = in.int32();
        if (headers > in.left() / (2 * Integer.BYTES)) {
            throw new UndecodableException("claims " + headers + " headers where " + in.left() + " bytes are left");
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < headers; i++) {
            names.append(i == 0 ? "" : ",").append(JsonText.quote(in.text(in.int32())));
            Slice unusedValue = sized(in);
        }
        if (out != null) {
            String from =
                    "{\"topic\":" + JsonText.quote(topic) + ",\"partition\":" + partition + ",\"offset\":" + offset
                            + ",\"timestamp\":\"" + Instant.ofEpochMilli(timestamp) + "\",\"headers\":[" + names + "]}";
            out.field("from", Slice.of(from.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Slice sized(ByteReader in) {
        return sized(in.int32(), in);
    }

    private static Slice sized(int length, ByteReader in) {
        return length == NONE ? Slice.of(null) : in.take(length);
    }
}
