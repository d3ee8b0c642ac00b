package dev.surveyor.codec.encode;

import dev.surveyor.codec.Json;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes bytes of what was typed. Quick enough to be asked at each key press, up to some megabytes. */
public final class Encoder {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|NaN|[+-]?Infinity");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Encoder() {}

    /** Returns the bytes for the text, or what is wrong with it. */
    public static Encoded encode(ValueType type, String text) {
        return switch (type) {
            case STRING -> utf8(text);
            case JSON -> json(text);
            case INT8 -> whole(type, text, 1);
            case INT16 -> whole(type, text, 2);
            case INT32 -> whole(type, text, 4);
            case INT64 -> whole(type, text, 8);
            case FLOAT, DOUBLE -> decimal(type, text);
            case UUID -> uuid(text);
            case HEX -> PackedText.hex(text);
            case BASE64 -> PackedText.base64(text);
            case NULL -> new Encoded.Payload(null);
            case EMPTY -> new Encoded.Payload(new byte[0]);
        };
    }

    private static Encoded utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return invalid(ValueType.STRING, text, i, "half a character that UTF-8 cannot hold");
            }
        }
        return new Encoded.Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Encoded json(String text) {
        Json.Problem problem = Json.problemIn(text);
        return problem == null
                ? new Encoded.Payload(text.getBytes(StandardCharsets.UTF_8))
                : new Encoded.Invalid(problem.reason(), ValueType.JSON.allowed(), problem.line(), problem.column());
    }

    private static Encoded whole(ValueType type, String text, int bytes) {
        String digits = text.strip();
        if (!WHOLE.matcher(digits).matches()) {
            return invalid(type, digits.isEmpty() ? "no number" : "not a whole number");
        }
        BigInteger number = new BigInteger(digits);
        if (number.bitLength() >= bytes * Byte.SIZE) {
            return invalid(type, digits + " is out of range");
        }
        byte[] eight =
                ByteBuffer.allocate(Long.BYTES).putLong(number.longValue()).array();
        return new Encoded.Payload(Arrays.copyOfRange(eight, Long.BYTES - bytes, Long.BYTES));
    }

    private static Encoded decimal(ValueType type, String text) {
        String digits = text.strip();
        if (digits.length() > 1000 || !DECIMAL.matcher(digits).matches()) {
            return invalid(type, digits.isEmpty() ? "no number" : "not a number");
        }
        boolean named = digits.endsWith("y") || digits.endsWith("N");
        double number = Double.parseDouble(digits);
        float shortNumber = Float.parseFloat(digits);
        if (!named && Double.isInfinite(type == ValueType.FLOAT ? shortNumber : number)) {
            return invalid(type, digits + " is out of range");
        }
        return new Encoded.Payload(
                type == ValueType.FLOAT
                        ? ByteBuffer.allocate(Float.BYTES).putFloat(shortNumber).array()
                        : ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    }

    private static Encoded uuid(String text) {
        String form = text.strip();
        if (!UUID_FORM.matcher(form).matches()) {
            return invalid(ValueType.UUID, "not a UUID");
        }
        UUID uuid = UUID.fromString(form);
        return new Encoded.Payload(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    private static Encoded.Invalid invalid(ValueType type, String message) {
        return new Encoded.Invalid(message, type.allowed(), 1, 1);
    }

    /** Returns the error at a character of the text, its index turned into line and column. */
    static Encoded.Invalid invalid(ValueType type, String text, int index, String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Encoded.Invalid(message, type.allowed(), line, index - lineStart + 1);
    }
}
