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
import com.squareup.wire.schema.internal.SchemaEncoder;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    private static final List<String> WELL_KNOWN = List.of("google/protobuf/", "confluent/");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ProtoFile> parsed = new LinkedHashMap<>();

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
        return files.linkAll();
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
        for (String path : main.getDependencyList()) {
            if (!all.containsKey(path) && wellKnown(path) != null) {
                ProtoFiles files = new ProtoFiles();
                files.texts.put(MAIN, String.valueOf(wellKnown(path)));
                all.put(
                        path,
                        files.linkAll().toProto().toBuilder().setName(path).build());
            }
        }
        return DescriptorLinker.link(main, all);
    }

    private FileDescriptor linkAll() {
        parse(MAIN, new ArrayList<>());
        ErrorCollector errors = new ErrorCollector();
        Schema schema = new Linker(new Imports(), errors, true, true).link(new ArrayList<>(parsed.values()));
        if (!errors.getErrors().isEmpty()) {
            throw new UndecodableException("it does not fit together: "
                    + errors.getErrors().get(0).lines().findFirst().orElse(""));
        }
        SchemaEncoder encoder = new SchemaEncoder(schema);
        Map<String, FileDescriptorProto> all = new LinkedHashMap<>();
        for (String path : parsed.keySet()) {
            ProtoFile file = schema.protoFile(path);
            if (file != null) {
                all.put(path, proto(encoder, file).toBuilder().setName(path).build());
            }
        }
        FileDescriptorProto main = all.get(MAIN);
        if (main == null) {
            throw new UndecodableException("it could not be linked");
        }
        return DescriptorLinker.link(main, all);
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
        String text = texts.containsKey(path) ? texts.get(path) : wellKnown(path);
        if (text == null) {
            throw new UndecodableException("it imports " + path + ", which is not among its references");
        }
        ProtoFileElement element = ProtoParser.Companion.parse(Location.get(path), text);
        List<String> way = new ArrayList<>(importers);
        way.add(path);
        Set<String> imports = new HashSet<>(element.getImports());
        imports.addAll(element.getPublicImports());
        imports.forEach(imported -> parse(imported, way));
        parsed.put(path, ProtoFile.Companion.get(element));
    }

    private static @Nullable String wellKnown(String path) {
        if (WELL_KNOWN.stream().noneMatch(path::startsWith) || path.contains("..")) {
            return null;
        }
        // The first are in the jar of protobuf-java, the others beside this class.
        try (InputStream in = path.startsWith("google/")
                ? FileDescriptorProto.class.getResourceAsStream("/" + path)
                : ProtoFiles.class.getResourceAsStream("proto/" + path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** What the linker asks for beside the files that it was given: files of options, which need not be there. */
    private static final class Imports implements Loader {

        @Override
        public ProtoFile load(String path) {
            String text = wellKnown(path);
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
