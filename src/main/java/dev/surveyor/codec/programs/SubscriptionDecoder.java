package dev.surveyor.codec.programs;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the two sides of a join by foreign key tell each other: which record of the left side wants to hear of a foreign
 * key, and the answer with the value of the right side. The hash tells whether the left value has changed meanwhile.
 *
 * <p>Source: {@code SubscriptionWrapperSerde} and {@code SubscriptionResponseWrapperSerde} of Kafka 2.4 to 4.4.
 */
final class SubscriptionDecoder extends ProgramDecoder {

    private static final List<String> INSTRUCTIONS = List.of(
            "DELETE_KEY_NO_PROPAGATE",
            "DELETE_KEY_AND_PROPAGATE",
            "PROPAGATE_NULL_IF_NO_FK_VAL_AVAILABLE",
            "PROPAGATE_ONLY_IF_FK_VAL_AVAILABLE");
    private static final int NO_HASH = 0x80;
    private static final int HASH = 16;

    private final boolean answer;

    SubscriptionDecoder(boolean answer, Function<Input, Decoded> inside) {
        super(answer ? "Streams subscription answer" : "Streams subscription", inside);
        this.answer = answer;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        String topic = record.partition().topic();
        return part == RecordPart.VALUE
                && (answer
                        ? StreamsTopic.response(topic)
                        : StreamsTopic.registration(topic) || StreamsTopic.subscriptions(topic));
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        int first = in.octet();
        int version = first & ~NO_HASH;
        boolean hashed = (first & NO_HASH) == 0;
        if (version > 1) {
            throw new UndecodableException("version " + version + " is not known");
        }
        return answer ? answer(in, out, hashed) : request(in, out, version, hashed);
    }

    private static String answer(ByteReader in, Wrapped out, boolean hashed) {
        String hash = hashed ? hash(in) : null;
        // No bytes are no value: the format has no other way to say so.
        Slice value = in.left() == 0 ? Slice.of(null) : in.take(in.left());
        out.bytes("value", value);
        out.text("hash", hash);
        return value.isNull() ? "answer without a value" : "answer with the value of the foreign key";
    }

    private static String request(ByteReader in, Wrapped out, int version, boolean hashed) {
        int instruction = in.octet();
        if (instruction >= INSTRUCTIONS.size()) {
            throw new UndecodableException("the instruction " + instruction + " is not known");
        }
        String hash = hashed ? hash(in) : null;
        int behind = version > 0 ? Integer.BYTES : 0;
        if (in.left() < behind) {
            throw new UndecodableException("ends in the middle of a value");
        }
        out.bytes("primaryKey", in.take(in.left() - behind));
        out.text("instruction", INSTRUCTIONS.get(instruction));
        if (version > 0) {
            out.number("primaryPartition", in.int32());
        }
        out.text("hash", hash);
        return "version " + version;
    }

    private static String hash(ByteReader in) {
        return Hex.plain(in.take(HASH)).toLowerCase(Locale.ROOT);
    }
}
