package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import org.jspecify.annotations.Nullable;

/**
 * The small message, behind its length, with which Apicurio's serializer says what message of a file follows.
 *
 * <p>Source: {@code ref.proto} and {@code ProtobufKafkaSerializer} of Apicurio's serializers 2.6 and 3.0.
 *
 * @param name the name of the message without its package
 * @param length how many bytes that takes in all
 */
record ApicurioReference(String name, int length) {

    private static final int NAME_TAG = 1 << 3 | ProtobufFields.LENGTH;

    /** Returns what stands at the head of some bytes, or null where no such message does. */
    static @Nullable ApicurioReference at(Slice bytes) {
        try {
            ByteReader in = new ByteReader(bytes);
            ByteReader message = new ByteReader(in.take(in.varint()));
            if (message.left() == 0 || message.octet() != NAME_TAG) {
                return null;
            }
            String name = message.text(message.varint());
            return message.left() > 0 || name.isEmpty() ? null : new ApicurioReference(name, in.position());
        } catch (UndecodableException other) {
            return null;
        }
    }
}
