package dev.surveyor.codec.format;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in another character set than UTF-8; bytes that are not of it stay visible as {@code \x81}. */
public final class CharsetDecoder implements Decoder {

    private final Charset charset;

    public CharsetDecoder(Charset charset) {
        this.charset = charset;
    }

    @Override
    public String name() {
        return charset.name();
    }

    @Override
    public Decoded decode(Input input) {
        int end = Math.min(input.bytes().length(), Math.max(64, input.maxBytes()));
        Slice shown = input.bytes().first(end);
        StringBuilder out = new StringBuilder(shown.length());
        int firstError = read(shown, out, shown.length() < input.bytes().length());
        String problem = firstError < 0 ? null : "not " + charset.name() + " @" + firstError;
        return new Decoded.Read(
                Slice.of(out.toString().getBytes(StandardCharsets.UTF_8)),
                Decoded.Syntax.PLAIN,
                shown.length() == input.bytes().length(),
                "",
                problem);
    }

    private int read(Slice bytes, StringBuilder out, boolean cut) {
        java.nio.charset.CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        CharBuffer buffer = CharBuffer.allocate(8192);
        int firstError = -1;
        while (true) {
            CoderResult result = decoder.decode(in, buffer, true);
            out.append(buffer.flip());
            buffer.clear();
            if (result.isUnderflow()) {
                decoder.flush(buffer);
                out.append(buffer.flip());
                return firstError;
            }
            if (result.isError()) {
                if (cut && in.remaining() <= result.length()) {
                    return firstError;
                }
                firstError = firstError < 0 ? in.position() - bytes.start() : firstError;
                for (int i = result.length(); i > 0; i--) {
                    out.append("\\x");
                    Hex.append(out, in.get());
                }
            }
        }
    }
}
