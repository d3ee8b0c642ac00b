package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The records that wait for a partner in an outer join of streams: a list, each with its side.
 *
 * <p>Source: {@code ListSerializer} and {@code LeftOrRightValueSerializer} of Kafka 4.4.
 */
final class OuterJoinValueDecoder extends ProgramDecoder {

    private static final int VARIABLE_SIZES = 1;

    OuterJoinValueDecoder(Function<Input, Decoded> inside) {
        super("Streams outer join values", inside);
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        return part == RecordPart.VALUE
                && StreamsTopic.outerJoin(record.partition().topic());
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        if (in.octet() != VARIABLE_SIZES) {
            throw new UndecodableException("no list of values of different sizes");
        }
        long count = in.int32();
        if (count > in.left() / (Integer.BYTES + 1)) {
            throw new UndecodableException("claims " + count + " values where " + in.left() + " bytes are left");
        }
        List<String> sides = new ArrayList<>();
        List<Slice> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            ByteReader one = new ByteReader(in.take(in.int32()));
            sides.add(JoinSide.of(one));
            values.add(out.read("value", one.take(one.left())));
        }
        end(in);
        Decoded.Read list = BoundedJsonWriter.document(input.maxBytes(), json -> {
            json.startArray();
            for (int i = 0; i < values.size(); i++) {
                json.startObject().name("side").string(sides.get(i));
                json.name("value").json(values.get(i)).endObject();
            }
            json.endArray();
        });
        out.field("waiting", list.text());
        return count == 1 ? "waits for a partner" : count + " wait for a partner";
    }
}
