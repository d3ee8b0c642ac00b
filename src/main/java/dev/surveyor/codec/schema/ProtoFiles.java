package dev.surveyor.codec.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.squareup.wire.schema.ErrorCollector;
import com.squareup.wire.schema.Linker;
import com.squareup.wire.schema.Loader;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.ProtoFile;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.SchemaException;
import com.squareup.wire.schema.internal.SchemaEncoder;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import dev.surveyor.codec.format.UndecodableException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of {@code .proto} files into descriptors. Imports come from the references and the well-known types. */
final class ProtoFiles {

    private static final String MAIN = "surveyor-main.proto";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ProtoFile> parsed = new LinkedHashMap<>();

    /** What is imported and not there; it may be there for the sake of options alone. */
    private final List<String> missing = new ArrayList<>();

    private ProtoFiles() {}

    /** Returns the descriptor of the file, its imports linked. */
    static FileDescriptor link(SchemaText text) {
        FileDescriptorProto binary = binary(text.text());
        if (binary != null) {
            return linkBinary(text, binary);
        }
        ProtoFiles files = new ProtoFiles();
        text.references().forEach(reference -> files.texts.put(reference.name(), reference.text()));
        files.texts.put(MAIN, text.text());
        return files.linkAll(MAIN);
    }

    /** A registry may hold the descriptor itself, in Base64. */
    private static @Nullable FileDescriptorProto binary(String text) {
        try {
            return FileDescriptorProto.parseFrom(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException | InvalidProtocolBufferException isText) {
            return null;
        }
    }

    private static FileDescriptor linkBinary(SchemaText text, FileDescriptorProto main) {
        Map<String, FileDescriptorProto> all = new HashMap<>();
        for (SchemaText.Reference reference : text.references()) {
            FileDescriptorProto proto = binary(reference.text());
            if (proto != null) {
                all.put(reference.name(), proto);
            }
        }
        return DescriptorLinker.link(main, all);
    }

    /** Returns the descriptor of a file that every registry knows, or null where it is none. */
    static @Nullable FileDescriptorProto wellKnown(String path) {
        String text = WellKnownFiles.text(path);
        if (text == null) {
            return null;
        }
        ProtoFiles files = new ProtoFiles();
        files.texts.put(path, text);
        return files.linkAll(path).toProto();
    }

    private FileDescriptor linkAll(String path) {
        parse(path, new ArrayList<>());
        Schema schema = linked();
        SchemaEncoder encoder = new SchemaEncoder(schema);
        Map<String, FileDescriptorProto> all = new LinkedHashMap<>();
        for (String name : parsed.keySet()) {
            ProtoFile file = schema.protoFile(name);
            if (file != null) {
                all.put(name, proto(encoder, file).toBuilder().setName(name).build());
            }
        }
        FileDescriptorProto main = all.get(path);
        if (main == null) {
            throw new UndecodableException("it could not be linked");
        }
        return DescriptorLinker.link(main, all);
    }

    private Schema linked() {
        try {
            return new Linker(new Imports(), new ErrorCollector(), true, true).link(new ArrayList<>(parsed.values()));
        } catch (SchemaException broken) {
            throw new UndecodableException(
                    missing.isEmpty()
                            ? "it does not fit together: " + SchemaCompiler.firstLine(broken)
                            : "it imports " + missing.get(0) + ", which is not among its references");
        }
    }

    private static FileDescriptorProto proto(SchemaEncoder encoder, ProtoFile file) {
        try {
            return FileDescriptorProto.parseFrom(encoder.encode(file).toByteArray());
        } catch (InvalidProtocolBufferException broken) {
            throw new UndecodableException(file.name() + " could not be encoded: " + broken.getMessage());
        }
    }

    /** Parses a file after those that it imports; a ring of imports is refused. */
    private void parse(String path, List<String> importers) {
        if (parsed.containsKey(path)) {
            return;
        }
        if (importers.contains(path)) {
            throw new UndecodableException("it imports itself: " + path);
        }
        String text = texts.containsKey(path) ? texts.get(path) : WellKnownFiles.text(path);
        if (text == null) {
            missing.add(path);
            parsed.put(path, ProtoFile.Companion.get(ProtoFileElement.Companion.empty(path)));
            return;
        }
        ProtoFileElement element = BareProto.of(ProtoParser.Companion.parse(Location.get(path), text));
        List<String> way = new ArrayList<>(importers);
        way.add(path);
        Set<String> imports = new HashSet<>(element.getImports());
        imports.addAll(element.getPublicImports());
        imports.forEach(imported -> parse(imported, way));
        parsed.put(path, ProtoFile.Companion.get(element));
    }

    /** What the linker asks for beside the files that it was given: the file of options. */
    private static final class Imports implements Loader {

        @Override
        public ProtoFile load(String path) {
            String text = WellKnownFiles.text(path);
            return ProtoFile.Companion.get(
                    text == null
                            ? ProtoFileElement.Companion.empty(path)
                            : ProtoParser.Companion.parse(Location.get(path), text));
        }

        @Override
        public Loader withErrors(ErrorCollector errors) {
            return this;
        }
    }
}
