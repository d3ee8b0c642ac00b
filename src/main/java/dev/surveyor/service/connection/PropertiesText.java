package dev.surveyor.service.connection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a properties file, whose encoding nothing in it tells for certain: editors of Windows put a byte order mark
 * first, most others write UTF-8, and the format itself once meant ISO 8859-1.
 */
public final class PropertiesText {

    private static final char MARK = '\uFEFF';

    private PropertiesText() {}

    /** Returns the text without its byte order mark: as the mark says, else as UTF-8, else as ISO 8859-1. */
    public static String of(byte[] content) {
        return withoutMark(new String(content, charset(content)));
    }

    /** Returns the text without a byte order mark at its beginning. */
    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] content) {
        if (begins(content, 0xff, 0xfe) || begins(content, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16;
        }
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static boolean begins(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }
}
