package dev.surveyor.codec.encode;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that were typed as hexadecimal digits or as Base64. */
final class PackedText {

    private PackedText() {}

    static Encoded hex(String text) {
        byte[] bytes = new byte[text.length() / 2 + 1];
        int digits = 0;
        int start = text.startsWith("0x") || text.startsWith("0X") ? 2 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit >= 0) {
                bytes[digits / 2] = (byte) ((bytes[digits / 2] << 4) | digit);
                digits++;
            } else if (!Character.isWhitespace(c) && c != ':') {
                return Encoder.invalid(ValueType.HEX, text, i, "'" + c + "' is not a hexadecimal digit");
            }
        }
        if (digits % 2 != 0) {
            return Encoder.invalid(ValueType.HEX, text, text.length(), "an odd number of digits, " + digits);
        }
        return new Encoded.Payload(Arrays.copyOf(bytes, digits / 2));
    }

    static Encoded base64(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                char standard = c == '-' ? '+' : c == '_' ? '/' : c;
                if (!isLetter(standard)) {
                    return Encoder.invalid(ValueType.BASE64, text, i, "'" + c + "' is not a letter of Base64");
                }
                letters.append(standard);
            }
        }
        try {
            return new Encoded.Payload(Base64.getDecoder().decode(letters.toString()));
        } catch (IllegalArgumentException broken) {
            return Encoder.invalid(ValueType.BASE64, text, text.length(), "cut short, or padding in the wrong place");
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }
}
