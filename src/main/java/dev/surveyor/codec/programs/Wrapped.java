package dev.surveyor.codec.programs;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of something in which bytes of the user's are wrapped. Those are read by their own format: JSON
 * stays JSON, a text is a string, and what nothing can read is a string of digits, {@code 0x002a}. Not for two threads.
 */
final class Wrapped {

    private static final int SHOWN_BYTES = 4096;

    private final Input input;
    private final Function<Input, Decoded> inside;
    private final List<String> names = new ArrayList<>();
    private final List<Slice> values = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private boolean complete = true;
    private boolean unread;
    private Slice last = ascii("");
    private String cell = "";
    private @Nullable String problem;
    private Decoded.@Nullable Waiting waiting;

    Wrapped(Input input, Function<Input, Decoded> inside) {
        this.input = input;
        this.inside = inside;
    }

    /** Adds bytes of the user's, null and none included. */
    void bytes(String name, Slice bytes) {
        field(name, read(name, bytes));
    }

    /** Says what a table cell shows: the bytes of the user's that were added last, as they are read, and words behind. */
    void cell(String behind) {
        Slice text = last.first(SHOWN_BYTES);
        cell = new String(text.data(), text.start(), text.length(), StandardCharsets.UTF_8) + behind;
    }

    /** Returns the JSON of bytes of the user's. */
    Slice read(String name, Slice bytes) {
        if (bytes.isNull()) {
            return ascii("null");
        }
        if (bytes.isEmpty()) {
            return ascii("\"\"");
        }
        Decoded decoded = inside.apply(input.unpacked(bytes, true));
        if (decoded instanceof Decoded.Waiting later) {
            waiting = later;
            return ascii("null");
        }
        if (decoded instanceof Decoded.Read read) {
            complete &= read.complete();
            problem = problem == null && read.problem() != null ? name + ": " + read.problem() : problem;
            if (!read.detail().isEmpty()) {
                details.add(name + ": " + read.detail());
            }
            last = read.text();
            return read.syntax() == Decoded.Syntax.JSON ? read.text() : quoted(read.text());
        }
        unread = true;
        complete &= bytes.length() <= SHOWN_BYTES;
        details.add(name + " in hexadecimal");
        last = ascii("0x" + Hex.plain(bytes.first(SHOWN_BYTES)));
        return quoted(last);
    }

    /** Returns whether some of the user's bytes could not be read. */
    boolean unread() {
        return unread;
    }

    void text(String name, @Nullable String text) {
        field(name, text == null ? ascii("null") : utf8(JsonText.quote(text)));
    }

    void number(String name, long number) {
        field(name, ascii(Long.toString(number)));
    }

    /** Adds a time, in milliseconds since 1970, as text. */
    void time(String name, long millis) {
        text(name, Instant.ofEpochMilli(millis).toString());
    }

    void bool(String name, boolean value) {
        field(name, ascii(Boolean.toString(value)));
    }

    /** Adds a value that is JSON already. */
    void field(String name, Slice json) {
        names.add(name);
        values.add(json);
    }

    /** Returns the object with all fields. */
    Decoded object(String detail) {
        return read(detail, out -> {
            out.startObject();
            for (int i = 0; i < names.size(); i++) {
                out.name(names.get(i)).json(values.get(i));
            }
            out.endObject();
        });
    }

    private Decoded read(String detail, BoundedJsonWriter.Body body) {
        if (waiting != null) {
            return waiting;
        }
        Decoded.Read read = BoundedJsonWriter.document(input.maxBytes(), body);
        String words = details.isEmpty() ? detail : detail + " · " + String.join(" · ", details);
        return new Decoded.Read(
                read.text(), read.syntax(), read.complete() && complete, words, problem, Aside.brief(cell));
    }

    private static Slice quoted(Slice text) {
        String words = new String(text.data(), text.start(), text.length(), StandardCharsets.UTF_8);
        return utf8(JsonText.quote(words));
    }

    private static Slice utf8(String text) {
        return Slice.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Slice ascii(String text) {
        return Slice.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
