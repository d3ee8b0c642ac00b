package dev.surveyor.codec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it is written.
 *
 * @param title what it is called in words: {@code schema 42}, {@code orders.avsc}
 * @param message the full name of the one message of a Protobuf file that is meant, or null for the first
 * @param references what it refers to, each after those that it needs itself
 */
public record SchemaText(
        SchemaFormat format,
        String title,
        String text,
        @Nullable String message,
        List<Reference> references) {

    public SchemaText {
        references = List.copyOf(references);
    }

    /**
     * Another schema that is referred to.
     *
     * @param name as the schema calls it: a file to import, a full name, a {@code $ref}
     */
    public record Reference(String name, String text) {}
}
