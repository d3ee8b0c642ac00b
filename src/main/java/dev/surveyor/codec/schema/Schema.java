package dev.surveyor.codec.schema;

import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;

/** A schema that is ready to read payloads. Never throws, whatever the bytes; safe for several threads. */
public interface Schema {

    SchemaFormat format();

    /** Returns what it is called in words: {@code schema 42}. */
    String title();

    /**
     * Reads what follows the schema's id in the wire format of registries.
     *
     * @param indexes which message of a Protobuf schema it is, in the bytes as they stand; empty where they are at the
     *     head of the body
     */
    Decoded decodeFramed(Input body, byte[] indexes);

    /** Reads a payload that is nothing but what the schema describes. */
    Decoded decodeWhole(Input input);
}
