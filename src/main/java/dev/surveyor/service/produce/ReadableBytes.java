package dev.surveyor.service.produce;

import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.Encoder;
import dev.surveyor.codec.encode.ValueType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as something that a form can hold and that makes exactly these bytes again: text where it is safe, else
 * hexadecimal or Base64.
 */
public record ReadableBytes(ValueType type, Presence presence, String text) {

    private static final int LONGEST_HEX = 1_024;

    /**
     * Returns the form of the bytes.
     *
     * @param severalLines whether the field can hold line breaks and tabs
     */
    public static ReadableBytes of(byte @Nullable [] bytes, boolean severalLines) {
        if (bytes == null) {
            return new ReadableBytes(ValueType.STRING, Presence.NULL, "");
        }
        if (bytes.length == 0) {
            return new ReadableBytes(ValueType.STRING, Presence.EMPTY, "");
        }
        String text = textOf(bytes, severalLines);
        if (text != null) {
            return new ReadableBytes(isJson(bytes, text) ? ValueType.JSON : ValueType.STRING, Presence.VALUE, text);
        }
        return bytes.length <= LONGEST_HEX
                ? new ReadableBytes(ValueType.HEX, Presence.VALUE, hex(bytes, bytes.length))
                : new ReadableBytes(
                        ValueType.BASE64, Presence.VALUE, Base64.getEncoder().encodeToString(bytes));
    }

    /** Returns the first bytes as {@code DE AD BE EF}. */
    public static String hex(byte[] bytes, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, most); i++) {
            text.append(i == 0 ? "" : " ");
            text.append(Character.toUpperCase(Character.forDigit(bytes[i] >> 4 & 0xF, 16)));
            text.append(Character.toUpperCase(Character.forDigit(bytes[i] & 0xF, 16)));
        }
        return text.toString();
    }

    private static @Nullable String textOf(byte[] bytes, boolean severalLines) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
        // Fields change other line ends and drop control characters; what looks like a variable would be replaced.
        boolean safe = text.chars().allMatch(c -> isPlain(c) || (severalLines && (c == '\n' || c == '\t')));
        return safe && !text.contains("{{") ? text : null;
    }

    private static boolean isPlain(int c) {
        boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0);
        return !control && c != 0x2028 && c != 0x2029;
    }

    private static boolean isJson(byte[] bytes, String text) {
        return Json.looksLike(Slice.of(bytes)) && Encoder.encode(ValueType.JSON, text) instanceof Encoded.Payload;
    }
}
