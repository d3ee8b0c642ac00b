package dev.surveyor.codec.schema;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema in a file of the user, as it is chosen and remembered: {@code Avro file:/home/me/orders.avsc},
 * {@code Protobuf file:/home/me/shop.proto#shop.Order}.
 *
 * @param path where it is
 * @param message the full name of the message of a Protobuf file, or null for its first one
 */
public record SchemaFile(
        SchemaFormat format, String path, @Nullable String message) implements SchemaKey {

    /** Before a set of descriptors in Base64, where the text of a schema is expected. */
    public static final String DESCRIPTOR_SET = "descriptor-set:";

    private static final String FILE = " file:";

    /** Returns the format that a file of that name has, as far as the name tells. */
    public static Optional<SchemaFormat> formatOf(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".avsc")) {
            return Optional.of(SchemaFormat.AVRO);
        }
        if (name.endsWith(".proto") || name.endsWith(".desc") || name.endsWith(".pb") || name.endsWith(".protoset")) {
            return Optional.of(SchemaFormat.PROTOBUF);
        }
        return name.endsWith(".json") ? Optional.of(SchemaFormat.JSON) : Optional.empty();
    }

    /** Returns the file that a remembered choice names; empty where it names none. */
    public static Optional<SchemaFile> parse(String choice) {
        for (SchemaFormat format : SchemaFormat.values()) {
            String prefix = format.label() + FILE;
            if (choice.startsWith(prefix)) {
                String rest = choice.substring(prefix.length());
                int hash = format == SchemaFormat.PROTOBUF ? rest.lastIndexOf('#') : -1;
                return Optional.of(
                        hash < 0
                                ? new SchemaFile(format, rest, null)
                                : new SchemaFile(format, rest.substring(0, hash), rest.substring(hash + 1)));
            }
        }
        return Optional.empty();
    }

    /** Returns the last part of the path. */
    public String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Returns the form that is remembered. */
    @Override
    public String toString() {
        return format.label() + FILE + path + (message == null ? "" : "#" + message);
    }
}
