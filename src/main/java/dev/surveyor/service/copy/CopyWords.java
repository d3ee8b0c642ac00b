package dev.surveyor.service.copy;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import java.nio.charset.StandardCharsets;

/** Says what was copied: {@code Copied 3 rows, 1.2 MB}. */
public final class CopyWords {

    private CopyWords() {}

    /** Returns the words for so many records, and the size of the text in UTF-8. */
    public static String of(CopyFormat format, int records, String text) {
        String what = Counted.of(records, noun(format));
        String size = Sizes.text(text.getBytes(StandardCharsets.UTF_8).length);
        String form =
                switch (format) {
                    case JSON -> " as JSON";
                    case HEX -> " as hex";
                    case BASE64 -> " as Base64";
                    case JAVA -> " as Java code";
                    case GO -> " as Go code";
                    default -> "";
                };
        return "Copied " + what + form + ", " + size;
    }

    private static String noun(CopyFormat format) {
        return switch (format) {
            case VALUE, HEX, BASE64 -> "value";
            case KEY -> "key";
            case ROW -> "row";
            case REFERENCE -> "reference";
            case KCAT, KCAT_READ -> "kcat command";
            case JSON, JAVA, GO -> "record";
        };
    }
}
