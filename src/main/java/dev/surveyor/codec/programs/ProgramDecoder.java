package dev.surveyor.codec.programs;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.util.function.Function;

/** The frame that the decoders of this package share. What does not fit stays bytes, with the reason. */
abstract class ProgramDecoder implements TopicDecoder {

    private final String name;
    private final Function<Input, Decoded> inside;

    /** @param inside reads bytes of the user's that are wrapped */
    ProgramDecoder(String name, Function<Input, Decoded> inside) {
        this.name = name;
        this.inside = inside;
    }

    @Override
    public final String name() {
        return name;
    }

    /**
     * Reads the bytes into the fields.
     *
     * @return what they are, in words
     * @throws UndecodableException where they do not fit
     */
    abstract String read(Input input, ByteReader in, Wrapped out);

    @Override
    public final Decoded decode(Input input) {
        Wrapped out = new Wrapped(input, inside);
        try {
            return out.object(read(input, new ByteReader(input.bytes()), out));
        } catch (UndecodableException other) {
            String reason = "no " + name + ": " + other.reason();
            RawRecord record = input.record();
            boolean told = record != null
                    && !beginsAsText(input.bytes())
                    && surely(record.partition().topic());
            return told ? new Decoded.Failed(reason, false, Aside.note(reason)) : new Decoded.Failed(reason);
        }
    }

    /** Returns whether the name of a topic that may be read says surely that this is what it holds. */
    boolean surely(String topic) {
        return true;
    }

    private static boolean beginsAsText(Slice bytes) {
        return bytes.at(0) >= ' ' && bytes.at(0) < 0x7f;
    }

    /** Refuses bytes that are left over. */
    static void end(ByteReader in) {
        if (in.left() > 0) {
            throw new UndecodableException(in.left() + " bytes are left over");
        }
    }
}
