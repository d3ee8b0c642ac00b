package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is unpacked, up to a limit. Not for two threads. */
final class UnpackedBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> notes = new ArrayList<>();
    private final int maxBytes;
    private boolean full;

    UnpackedBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns whether there was more than may be kept, so that the rest need not be unpacked. */
    boolean full() {
        return full;
    }

    int size() {
        return bytes.size();
    }

    void add(byte[] content, int length) {
        int room = maxBytes - bytes.size();
        full = length > room;
        bytes.write(content, 0, Math.min(room, length));
    }

    /** Says that something was passed over which the format allows. */
    void note(String words) {
        if (!notes.contains(words)) {
            notes.add(words);
        }
    }

    /** Returns all that was unpacked. */
    Unpacked whole() {
        return new Unpacked(content(), !full, notes, null, "");
    }

    /** Returns all that was unpacked, with what is wrong behind it. */
    Unpacked followedBy(String problem) {
        return new Unpacked(content(), !full, notes, problem, "stray bytes");
    }

    /** Returns what could be unpacked before it broke. */
    Unpacked broken(@Nullable String why) {
        String where = size() == 0 ? "" : " after " + size() + " unpacked bytes";
        String reason = why == null ? "it is broken" : why;
        return new Unpacked(content(), false, notes, reason + where, brief(reason));
    }

    private static String brief(String reason) {
        if (reason.contains("checksum is wrong")) {
            return "wrong checksum";
        }
        return reason.contains("breaks off") || reason.contains("ends within") ? "breaks off" : "broken";
    }

    private Slice content() {
        return Slice.of(bytes.toByteArray());
    }
}
