package dev.surveyor.codec.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.format.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of Protocol Buffers, and which of its messages is read. */
final class ProtobufSchema implements Schema {

    private static final int MOST_INDEXES = 32;

    private final String title;
    private final FileDescriptor file;
    private final @Nullable Descriptor message;
    private final Map<String, Descriptor> types;

    private ProtobufSchema(
            String title, FileDescriptor file, @Nullable Descriptor message, Map<String, Descriptor> types) {
        this.title = title;
        this.file = file;
        this.message = message;
        this.types = types;
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
        return new ProtobufSchema(text.title(), file, message, ProtobufTypes.in(List.of(file)));
    }

    private static ProtobufSchema ofSet(String title, String base64, @Nullable String wanted) {
        FileDescriptor last = null;
        List<FileDescriptor> files = DescriptorLinker.set(base64);
        Map<String, Descriptor> types = ProtobufTypes.in(files);
        for (FileDescriptor file : files) {
            Descriptor message = wanted == null ? null : find(file.getMessageTypes(), wanted);
            if (message != null) {
                return new ProtobufSchema(title, file, message, types);
            }
            last = file;
        }
        if (last == null || wanted != null) {
            throw new UndecodableException(title + " has no message" + (wanted == null ? "" : " " + wanted));
        }
        return new ProtobufSchema(title, last, null, types);
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
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Descriptor type : file.getMessageTypes()) {
            names.add(type.getFullName());
            names.add(type.getName());
        }
        return names;
    }

    @Override
    public Decoded decodeFramed(Input body, MessageMark mark) {
        try {
            if (mark instanceof MessageMark.Named named) {
                return decode(body, named(named.name()));
            }
            if (mark instanceof MessageMark.Indexes indexes) {
                return decode(body, indexes.bytes().length == 0 ? first() : byIndexes(Slice.of(indexes.bytes())));
            }
            ApicurioReference reference = ApicurioReference.at(body.bytes());
            Descriptor referred = reference == null ? null : simply(file.getMessageTypes(), reference.name());
            if (reference != null && referred != null) {
                return decode(body.with(body.bytes().from(reference.length())), referred);
            }
            ByteReader head = new ByteReader(body.bytes());
            Descriptor indexed = byIndexes(head);
            return decode(body.with(body.bytes().from(head.position())), indexed);
        } catch (UndecodableException broken) {
            return new Decoded.Failed("not Protobuf of " + title + ": " + broken.reason());
        }
    }

    private Descriptor named(@Nullable String name) {
        Descriptor found = name == null ? first() : simply(file.getMessageTypes(), name);
        if (found == null) {
            throw new UndecodableException("it has no message " + name);
        }
        return found;
    }

    private Descriptor first() {
        if (file.getMessageTypes().isEmpty()) {
            throw new UndecodableException("it has no message");
        }
        return file.getMessageTypes().get(0);
    }

    /** Returns the outermost message of a name, with or without its package; null where there is none. */
    private static @Nullable Descriptor simply(List<Descriptor> types, String name) {
        for (Descriptor type : types) {
            if (type.getName().equals(name) || type.getFullName().equals(name)) {
                return type;
            }
        }
        for (Descriptor type : types) {
            Descriptor nested = simply(type.getNestedTypes(), name);
            if (nested != null) {
                return nested;
            }
        }
        return null;
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
            ProtobufTypes known = new ProtobufTypes(types, input.meant());
            Decoded.Read read = BoundedJsonWriter.document(
                    input.maxBytes(), out -> new ProtobufWalk(out, known).message(type, input.bytes()));
            return (known.hadMeaning() ? read.knowing(Aside.NONE.offering(View.STORED)) : read)
                    .because("Protobuf · " + title + " · " + type.getFullName());
        } catch (UndecodableException broken) {
            return new Decoded.Failed("not Protobuf " + type.getFullName() + " of " + title + ": " + broken.reason());
        }
    }

    private Descriptor byIndexes(Slice indexes) {
        return byIndexes(new ByteReader(indexes));
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
