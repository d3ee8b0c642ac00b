package dev.surveyor.service.inspect;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a text in what is shown, whatever the case of letters. For any thread; stops when it is no longer wanted. */
public final class Finder {

    /** More than so many are not counted. */
    public static final int MOST = 10_000;

    private static final int LOOK_EVERY = 4_096;

    /** What is looked through. */
    @FunctionalInterface
    public interface Search {

        /** Returns the places in order; for any thread. */
        List<Hit> find(String wanted, BooleanSupplier givenUp);
    }

    private Finder() {}

    /** Returns how to look through what is drawn; null where there is nothing in it. */
    public static @Nullable Search in(Payload.Body body) {
        if (body instanceof Payload.Body.Tree json) {
            return (wanted, givenUp) -> inTree(json.root(), wanted, givenUp);
        }
        if (body instanceof Payload.Body.Hex hex) {
            return (wanted, givenUp) -> inBytes(hex.bytes(), wanted, givenUp);
        }
        if (body instanceof Payload.Body.Text plain) {
            return (wanted, givenUp) -> inText(plain.text().text(), wanted, givenUp);
        }
        return null;
    }

    public static List<Hit> inText(String text, String wanted, BooleanSupplier givenUp) {
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = pattern(wanted).matcher(text);
        while (hits.size() < MOST && !givenUp.getAsBoolean() && matcher.find()) {
            hits.add(new Hit(matcher.start(), matcher.end() - matcher.start(), null));
        }
        return hits;
    }

    /** Looks at the names and the values of the nodes, in the order of the document. */
    public static List<Hit> inTree(JsonItem root, String wanted, BooleanSupplier givenUp) {
        List<Hit> hits = new ArrayList<>();
        Pattern pattern = pattern(wanted);
        JsonItem at = root;
        long looked = 0;
        while (at != null && hits.size() < MOST && (looked++ % LOOK_EVERY != 0 || !givenUp.getAsBoolean())) {
            String name = at.name();
            if ((name != null && pattern.matcher(name).find())
                    || pattern.matcher(at.text()).find()) {
                hits.add(new Hit(-1, 0, at));
            }
            at = after(at);
        }
        return hits;
    }

    /** Looks for the text in UTF-8 and, where it reads as hexadecimal digits in pairs, for those bytes too. */
    public static List<Hit> inBytes(Slice bytes, String wanted, BooleanSupplier givenUp) {
        byte[] text = wanted.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        byte[] octets = hex(wanted);
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < bytes.length() && hits.size() < MOST; at++) {
            if (at % LOOK_EVERY == 0 && givenUp.getAsBoolean()) {
                break;
            }
            if (matches(bytes, at, text, true)) {
                hits.add(new Hit(at, text.length, null));
            } else if (octets != null && matches(bytes, at, octets, false)) {
                hits.add(new Hit(at, octets.length, null));
            }
        }
        return hits;
    }

    private static boolean matches(Slice bytes, int at, byte[] wanted, boolean anyCase) {
        if (wanted.length == 0 || at + wanted.length > bytes.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            byte octet = bytes.at(at + i);
            byte lower = anyCase && octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
            if (lower != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] hex(String text) {
        String digits = text.replaceFirst("^0[xX]", "").replace(" ", "");
        if (digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")) {
            return null;
        }
        byte[] octets = new byte[digits.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return octets;
    }

    private static @Nullable JsonItem after(JsonItem item) {
        if (!item.children().isEmpty()) {
            return item.children().get(0);
        }
        for (JsonItem at = item; at != null; at = at.parent()) {
            JsonItem parent = at.parent();
            if (parent != null && at.index() + 1 < parent.children().size()) {
                return parent.children().get(at.index() + 1);
            }
        }
        return null;
    }

    private static Pattern pattern(String wanted) {
        return Pattern.compile(wanted, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
