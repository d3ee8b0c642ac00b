package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a payload may name.
 *
 * @param key the schema, or null where they name none
 * @param length how many bytes that takes
 * @param why they name none, a sentence without its end; empty where they name one
 */
record WirePrefix(@Nullable SchemaKey key, int length, String why) {

    private static final int SHORT = 1 + Integer.BYTES;
    private static final int LONG = 1 + Long.BYTES;

    /** Returns what they may name, the likeliest first; empty where they cannot be such a prefix at all. */
    static List<WirePrefix> of(Slice bytes) {
        if (bytes.length() < SHORT || bytes.at(0) != 0) {
            return List.of();
        }
        int id = ByteBuffer.wrap(bytes.data(), bytes.start() + 1, Integer.BYTES).getInt();
        if (id > 0) {
            return List.of(new WirePrefix(new SchemaKey.Id(id), SHORT, ""));
        }
        if (id == 0 && bytes.length() >= LONG) {
            // Apicurio's ids have eight bytes unless told otherwise, and may be of either kind.
            long wide =
                    ByteBuffer.wrap(bytes.data(), bytes.start() + 1, Long.BYTES).getLong();
            if (wide > 0) {
                return List.of(
                        new WirePrefix(new SchemaKey.GlobalId(wide), LONG, ""),
                        new WirePrefix(new SchemaKey.ContentId(wide), LONG, ""));
            }
        }
        return List.of(new WirePrefix(null, 0, "begins with a zero byte, but no schema has the id " + id));
    }
}
