package dev.surveyor.codec.binary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileParser;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;

/** Smile, the binary JSON of Jackson. It begins with a smiley and a line break. */
public final class SmileDecoder implements Decoder {

    private static final SmileFactory FACTORY = SmileFactory.builder()
            .streamReadConstraints(TokenCopy.CONSTRAINTS)
            .enable(SmileParser.Feature.REQUIRE_HEADER)
            .build();

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
        try (JsonParser parser = FACTORY.createParser(bytes.data(), bytes.start(), bytes.length())) {
            Decoded.Read read =
                    JsonBytes.document(input.maxBytes(), out -> new TokenCopy(parser, out).whole(bytes.length()));
            return read.because("begins with 3A 29 0A");
        } catch (UndecodableException broken) {
            return new Decoded.Failed(broken.reason(), true);
        } catch (IOException broken) {
            return new Decoded.Failed(String.valueOf(broken.getMessage()), true);
        }
    }

    /** Returns whether the header is there. */
    public static boolean describesItself(Slice bytes) {
        return bytes.length() > 4 && bytes.at(0) == ':' && bytes.at(1) == ')' && bytes.at(2) == '\n';
    }
}
