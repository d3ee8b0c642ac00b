package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was inside, as far as it could be read.
 *
 * @param content what was unpacked, perhaps nothing
 * @param complete whether that is all that was packed
 * @param notes what was passed over as the format allows, in words
 * @param problem what could not be read and why, a sentence without its end; null where all could, or no more was wanted
 * @param brief the same in a few words; empty for nothing
 */
record Unpacked(
        Slice content,
        boolean complete,
        List<String> notes,
        @Nullable String problem,
        String brief) {

    Unpacked {
        notes = List.copyOf(notes);
    }
}
