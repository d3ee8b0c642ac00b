package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Nothing is read into the bytes: they are written as digits. */
public final class RawDecoder implements Decoder {

    private static final int MOST = 16 * 1024 * 1024;

    private final String name;
    private final Function<Slice, String> digits;

    /** @param digits writes all bytes of a slice, in plain ASCII */
    public RawDecoder(String name, Function<Slice, String> digits) {
        this.name = name;
        this.digits = digits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Decoded decode(Input input) {
        Slice shown = input.bytes().first(Math.min(MOST, Math.max(64, input.maxBytes())));
        byte[] text = digits.apply(shown).getBytes(StandardCharsets.US_ASCII);
        boolean complete = shown.length() == input.bytes().length();
        return new Decoded.Read(Slice.of(text), Decoded.Syntax.PLAIN, complete, "", null);
    }
}
