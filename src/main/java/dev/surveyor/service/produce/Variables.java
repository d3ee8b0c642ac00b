package dev.surveyor.service.produce;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of the variables in one record: <code>{{uuid}}</code>, <code>{{now}}</code>, <code>{{epochMs}}</code> and
 * <code>{{seq}}</code>. The same variable has the same value in all parts of the record.
 */
public record Variables(String uuid, Instant now, long seq) {

    /** The names, for menus and messages. */
    public static final Set<String> NAMES = new java.util.TreeSet<>(Set.of("uuid", "now", "epochMs", "seq"));

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}}");

    /** Returns values that look as those of a real record do, to check a text and to tell its size. */
    public static Variables sample() {
        return new Variables("123e4567-e89b-12d3-a456-426614174000", Instant.ofEpochSecond(1_000_000_000L), 1);
    }

    /** Returns fresh values for a record. */
    public static Variables of(Instant now, long seq) {
        return new Variables(UUID.randomUUID().toString(), now, seq);
    }

    /** Returns whether the text has a variable. */
    public static boolean in(String text) {
        return text.contains("{{") && VARIABLE.matcher(text).find();
    }

    /** Returns the first name that is none of ours, or empty. */
    public static String unknownIn(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (!NAMES.contains(matcher.group(1))) {
                return matcher.group(1);
            }
        }
        return "";
    }

    /** Returns the text with the values in it. */
    public String fill(String text) {
        return in(text)
                ? VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))))
                : text;
    }

    private String value(String name) {
        return switch (name) {
            case "uuid" -> uuid;
            case "now" -> now.toString();
            case "epochMs" -> Long.toString(now.toEpochMilli());
            case "seq" -> Long.toString(seq);
            default -> "{{" + name + "}}";
        };
    }
}
