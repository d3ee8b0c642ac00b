package dev.surveyor.codec.binary;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.words.Counted;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** What JSON cannot say of a value and its document therefore says in words: {@code bytes as Base64}. Not for two threads. */
final class Notes {

    static final String BYTES = "bytes as Base64";
    static final String KEYS = "keys that are no text as digits or h'…'";

    /** JSON has no number for them. */
    static final String FRACTIONS = "NaN and infinities as text";

    private static final int MOST = 12;
    private static final int SHOWN_REST = 8;

    private final Set<String> words = new LinkedHashSet<>();

    /** Notes it once. */
    void add(String note) {
        if (words.size() < MOST) {
            words.add(note);
        }
    }

    /** Writes bytes. */
    void binary(BoundedJsonWriter out, Slice bytes) {
        add(BYTES);
        out.binary(bytes);
    }

    /** Writes a fraction. */
    void number(BoundedJsonWriter out, double number) {
        if (!Double.isFinite(number)) {
            add(FRACTIONS);
        }
        out.number(number);
    }

    /** Writes a fraction of single precision. */
    void number(BoundedJsonWriter out, float number) {
        if (!Float.isFinite(number)) {
            add(FRACTIONS);
        }
        out.number(number);
    }

    /**
     * Reads a document.
     *
     * @param wanted whether it surely is of the format, so that what can be read of it is better than nothing
     * @param why how that is known
     * @param body writes the document and takes the notes
     */
    static Decoded read(
            int maxBytes, boolean wanted, boolean marked, String why, BiConsumer<BoundedJsonWriter, Notes> body) {
        Notes notes = new Notes();
        BoundedJsonWriter.Body writes = out -> body.accept(out, notes);
        try {
            Decoded.Read read = wanted
                    ? BoundedJsonWriter.whatCanBeRead(maxBytes, writes)
                    : BoundedJsonWriter.document(maxBytes, writes);
            String said = notes.words.isEmpty() ? why : why + " · " + String.join(" · ", notes.words);
            return read.because(said);
        } catch (UndecodableException broken) {
            return new Decoded.Failed(broken.reason(), marked);
        }
    }

    /** Returns what is said of the mark of a format behind which nothing follows. */
    static Decoded headerAlone() {
        return new Decoded.Failed("a header, and no value behind it", true, Aside.brief("no value"));
    }

    /** Says that bytes follow the value: an end that is wrong where the format is only tried, a problem else. */
    static void behind(BoundedJsonWriter out, Slice rest, boolean wanted) {
        String words =
                Counted.of(rest.length(), "byte") + " behind the end of the value: " + Hex.spaced(rest, SHOWN_REST);
        if (!wanted) {
            throw new UndecodableException(words);
        }
        out.problem(words);
    }
}
