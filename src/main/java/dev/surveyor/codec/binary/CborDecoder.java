package dev.surveyor.codec.binary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;

/** CBOR (RFC 8949), with or without the tag that describes it. Tags are read over, byte strings are Base64. */
public final class CborDecoder implements Decoder {

    private static final CBORFactory FACTORY =
            CBORFactory.builder().streamReadConstraints(TokenCopy.CONSTRAINTS).build();

    @Override
    public String name() {
        return "CBOR";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        try (JsonParser parser = FACTORY.createParser(bytes.data(), bytes.start(), bytes.length())) {
            Decoded.Read read =
                    JsonBytes.document(input.maxBytes(), out -> new TokenCopy(parser, out).whole(bytes.length()));
            return read.because(describesItself(bytes) ? "begins with D9 D9 F7" : "one value from end to end");
        } catch (UndecodableException broken) {
            return new Decoded.Failed(broken.reason(), describesItself(bytes));
        } catch (IOException broken) {
            return new Decoded.Failed(String.valueOf(broken.getMessage()), describesItself(bytes));
        }
    }

    /** Returns whether the bytes begin with the tag that says that CBOR follows. */
    public static boolean describesItself(Slice bytes) {
        return bytes.length() > 3
                && bytes.at(0) == (byte) 0xd9
                && bytes.at(1) == (byte) 0xd9
                && bytes.at(2) == (byte) 0xf7;
    }

    /** Returns whether the first byte begins a map, the one thing that is worth trying without being told. */
    public static boolean beginsAsMap(Slice bytes) {
        int first = bytes.at(0) & 0xff;
        return first >= 0xa1 && first <= 0xbf;
    }
}
