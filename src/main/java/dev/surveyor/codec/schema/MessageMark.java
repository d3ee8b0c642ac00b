package dev.surveyor.codec.schema;

import org.jspecify.annotations.Nullable;

/** What is told of a payload outside of its schema: which message of a Protobuf file it is, whether Avro is in JSON. */
public sealed interface MessageMark {

    /** It begins with it: with the indexes of Confluent's serializers, or the small message of Apicurio's. */
    MessageMark AT_HEAD = new AtHead();

    /** The payload begins with it. */
    record AtHead() implements MessageMark {}

    /**
     * A header says it as Confluent's serializers do.
     *
     * @param bytes the indexes as they stand; none for the first message
     */
    record Indexes(byte[] bytes) implements MessageMark {}

    /**
     * Headers say it as Apicurio's serializers do.
     *
     * @param name without the package, or null where it is the first message
     * @param json whether the payload is said to be JSON
     */
    record Named(@Nullable String name, boolean json) implements MessageMark {}
}
