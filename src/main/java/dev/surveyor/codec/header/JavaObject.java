package dev.surveyor.codec.header;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.words.Counted;

/**
 * An object that Java's serialization wrote. Only the name of its class is told: reading the object would run code that
 * the bytes choose.
 *
 * <p>Source: Java Object Serialization Specification, section 6.4.
 */
final class JavaObject implements Decoder {

    private static final long MAGIC_AND_VERSION = 0xaced0005L;
    private static final int NEW_OBJECT = 0x73;
    private static final int NEW_CLASS = 0x72;

    @Override
    public String name() {
        return "Java object";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        try {
            ByteReader in = new ByteReader(bytes);
            if (in.bigEndian(Integer.BYTES) != MAGIC_AND_VERSION
                    || in.octet() != NEW_OBJECT
                    || in.octet() != NEW_CLASS) {
                return new Decoded.Failed("no object that Java's serialization wrote");
            }
            String name = in.text(in.bigEndian(Short.BYTES));
            return Decoded.Read.plain(name + ", a Java object of " + Counted.of(bytes.length(), "byte"));
        } catch (UndecodableException broken) {
            return new Decoded.Failed(broken.reason());
        }
    }
}
