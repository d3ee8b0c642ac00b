package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.RawRecord;
import java.time.Instant;
import java.util.function.Function;

/**
 * Keys that Kafka Streams puts together from two: of the store of a join by foreign key (the foreign key behind its
 * length, then the own key), and of an outer join of streams (the time, the side, the key).
 *
 * <p>Source: {@code CombinedKeySchema} and {@code TimestampedKeyAndJoinSideSerializer} of Kafka 4.4.
 */
final class CombinedKeyDecoder extends ProgramDecoder {

    private final boolean foreign;

    CombinedKeyDecoder(boolean foreign, Function<Input, Decoded> inside) {
        super(foreign ? "Streams foreign key" : "Streams outer join key", inside);
        this.foreign = foreign;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        String topic = record.partition().topic();
        return part == RecordPart.KEY && (foreign ? StreamsTopic.subscriptions(topic) : StreamsTopic.outerJoin(topic));
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        if (foreign) {
            out.bytes("foreignKey", in.take(in.int32()));
            out.bytes("primaryKey", in.take(in.left()));
            return "foreign key and own key";
        }
        long time = in.bigEndian(Long.BYTES);
        String side = JoinSide.of(in);
        out.bytes("key", in.take(in.left()));
        out.time("time", time);
        out.text("side", side);
        out.cell("@" + Instant.ofEpochMilli(time) + " " + side);
        return side + " side, " + Instant.ofEpochMilli(time);
    }
}
