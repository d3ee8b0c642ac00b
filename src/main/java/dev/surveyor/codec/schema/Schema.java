package dev.surveyor.codec.schema;

import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import java.util.Set;

/** A schema that is ready to read payloads. Never throws, whatever the bytes; safe for several threads. */
public interface Schema {

    SchemaFormat format();

    /** Returns what it is called in words: {@code schema 42}. */
    String title();

    /** Returns the names, with and without their packages, under which a registry may have it beside its topic's. */
    Set<String> names();

    /** Returns whether it reads any bytes, so that to have read some says nothing of whether they were meant so. */
    default boolean takesAnything() {
        return false;
    }

    /**
     * Reads what a serializer of a registry wrote.
     *
     * @param mark where it says which message of a Protobuf schema it is
     */
    Decoded decodeFramed(Input body, MessageMark mark);

    /** Reads a payload that is nothing but what the schema describes. */
    Decoded decodeWhole(Input input);
}
