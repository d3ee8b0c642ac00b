package dev.surveyor.codec.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of Protocol Buffers, and which of its messages is read. */
final class ProtobufSchema implements Schema {

    private static final int MOST_INDEXES = 32;

    private final String title;
    private final FileDescriptor file;
    private final @Nullable Descriptor message;

    ProtobufSchema(String title, FileDescriptor file, @Nullable Descriptor message) {
        this.title = title;
        this.file = file;
        this.message = message;
    }

    static ProtobufSchema of(SchemaText text) {
        String wanted = text.message();
        if (text.text().startsWith(DescriptorLinker.SET)) {
            return ofSet(text.title(), text.text().substring(DescriptorLinker.SET.length()), wanted);
        }
        FileDescriptor file = ProtoFiles.link(text);
        Descriptor message = wanted == null ? null : find(file.getMessageTypes(), wanted);
        if (wanted != null && message == null) {
            throw new UndecodableException(text.title() + " has no message " + wanted);
        }
        return new ProtobufSchema(text.title(), file, message);
    }

    private static ProtobufSchema ofSet(String title, String base64, @Nullable String wanted) {
        FileDescriptor last = null;
        for (FileDescriptor file : DescriptorLinker.set(base64)) {
            Descriptor message = wanted == null ? null : find(file.getMessageTypes(), wanted);
            if (message != null) {
                return new ProtobufSchema(title, file, message);
            }
            last = file;
        }
        if (last == null || wanted != null) {
            throw new UndecodableException(title + " has no message" + (wanted == null ? "" : " " + wanted));
        }
        return new ProtobufSchema(title, last, null);
    }

    private static @Nullable Descriptor find(List<Descriptor> types, String fullName) {
        for (Descriptor type : types) {
            if (type.getFullName().equals(fullName)) {
                return type;
            }
            Descriptor nested =
                    fullName.startsWith(type.getFullName() + ".") ? find(type.getNestedTypes(), fullName) : null;
            if (nested != null) {
                return nested;
            }
        }
        return null;
    }

    @Override
    public SchemaFormat format() {
        return SchemaFormat.PROTOBUF;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Decoded decodeFramed(Input body, byte[] indexes) {
        try {
            ByteReader head = new ByteReader(indexes.length == 0 ? body.bytes() : Slice.of(indexes));
            Descriptor indexed = byIndexes(head);
            Slice rest = indexes.length == 0 ? body.bytes().from(head.position()) : body.bytes();
            return decode(body.with(rest), indexed);
        } catch (UndecodableException broken) {
            return new Decoded.Failed("not Protobuf of " + title + ": " + broken.reason());
        }
    }

    @Override
    public Decoded decodeWhole(Input input) {
        List<Descriptor> messages = file.getMessageTypes();
        if (message == null && messages.isEmpty()) {
            return new Decoded.Failed(title + " has no message");
        }
        return decode(input, message == null ? messages.get(0) : message);
    }

    private Decoded decode(Input input, Descriptor type) {
        try {
            Decoded.Read read =
                    JsonBytes.document(input.maxBytes(), out -> new ProtobufWalk(out).message(type, input.bytes()));
            return read.because("Protobuf · " + title + " · " + type.getFullName());
        } catch (UndecodableException broken) {
            return new Decoded.Failed("not Protobuf " + type.getFullName() + " of " + title + ": " + broken.reason());
        }
    }

    /** The way to the message: how many steps, then each step; a lone zero stands for the first message. */
    private Descriptor byIndexes(ByteReader in) {
        long count = in.zigzag();
        if (count < 0 || count > MOST_INDEXES) {
            throw new UndecodableException("a way of " + count + " steps to the message");
        }
        Descriptor found = step(file.getMessageTypes(), count == 0 ? 0 : in.zigzag());
        for (int i = 1; i < count; i++) {
            found = step(found.getNestedTypes(), in.zigzag());
        }
        return found;
    }

    /** The entries of maps are messages too, but not of those that the registry's serializers count. */
    private static Descriptor step(List<Descriptor> all, long index) {
        List<Descriptor> types =
                all.stream().filter(type -> !type.getOptions().getMapEntry()).toList();
        if (index < 0 || index >= types.size()) {
            throw new UndecodableException("the schema has no message number " + index);
        }
        return types.get((int) index);
    }
}
