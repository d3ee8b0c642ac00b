package dev.surveyor.codec.binary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileParser;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;

/** Smile, the binary JSON of Jackson. It begins with a smiley and a line break. */
public final class SmileDecoder implements Decoder {

    private static final SmileFactory FACTORY = SmileFactory.builder()
            .streamReadConstraints(TokenCopy.CONSTRAINTS)
            .enable(SmileParser.Feature.REQUIRE_HEADER)
            .build();

    private static final int HEADER = 4;
    private static final int MOST_FLAGS = 7;

    @Override
    public String name() {
        return "Smile";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (!describesItself(bytes)) {
            return new Decoded.Failed("does not begin with 3A 29 0A");
        }
        if (bytes.length() == HEADER) {
            return Notes.headerAlone();
        }
        return Notes.read(
                input.maxBytes(), true, true, "begins with 3A 29 0A", (out, notes) -> copy(bytes, out, notes));
    }

    private static void copy(Slice bytes, BoundedJsonWriter out, Notes notes) {
        try (JsonParser parser = FACTORY.createParser(bytes.data(), bytes.start(), bytes.length())) {
            new TokenCopy(parser, out, notes).whole(bytes);
        } catch (IOException broken) {
            throw new UndecodableException(String.valueOf(broken.getMessage()));
        }
    }

    /** Returns whether the header is there: the smiley, a line break, and its version 0 with flags, which is no text. */
    public static boolean describesItself(Slice bytes) {
        return bytes.length() >= HEADER
                && bytes.at(0) == ':'
                && bytes.at(1) == ')'
                && bytes.at(2) == '\n'
                && (bytes.at(3) & ~MOST_FLAGS) == 0;
    }
}
