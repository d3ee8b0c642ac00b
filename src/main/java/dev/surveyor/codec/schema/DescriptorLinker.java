package dev.surveyor.codec.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.surveyor.codec.format.UndecodableException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links descriptors of files with those that they import. */
final class DescriptorLinker {

    /** Before a set of descriptors in Base64, where a text of a schema is expected. */
    static final String SET = SchemaFile.DESCRIPTOR_SET;

    private final Map<String, FileDescriptorProto> all;
    private final Map<String, FileDescriptor> linked = new HashMap<>();

    private DescriptorLinker(Map<String, FileDescriptorProto> all) {
        this.all = all;
    }

    /** @param all the files that may be imported, by the name under which they are */
    static FileDescriptor link(FileDescriptorProto main, Map<String, FileDescriptorProto> all) {
        return new DescriptorLinker(all).link(main, new ArrayList<>());
    }

    /** Returns the linked files of a set, as {@code protoc --descriptor_set_out} writes it. */
    static List<FileDescriptor> set(String base64) {
        try {
            FileDescriptorSet set =
                    FileDescriptorSet.parseFrom(Base64.getDecoder().decode(base64));
            Map<String, FileDescriptorProto> all = new HashMap<>();
            set.getFileList().forEach(file -> all.put(file.getName(), file));
            DescriptorLinker linker = new DescriptorLinker(all);
            List<FileDescriptor> files = new ArrayList<>();
            for (FileDescriptorProto file : set.getFileList()) {
                files.add(linker.link(file, new ArrayList<>()));
            }
            return files;
        } catch (InvalidProtocolBufferException broken) {
            throw new UndecodableException("it is no set of descriptors: " + broken.getMessage());
        }
    }

    private FileDescriptor link(FileDescriptorProto file, List<String> importers) {
        if (importers.contains(file.getName())) {
            throw new UndecodableException("it imports itself: " + file.getName());
        }
        List<String> way = new ArrayList<>(importers);
        way.add(file.getName());
        List<FileDescriptor> imports = new ArrayList<>();
        for (String path : file.getDependencyList()) {
            FileDescriptor known = linked.get(path);
            if (known == null) {
                FileDescriptorProto imported = all.containsKey(path) ? all.get(path) : ProtoFiles.wellKnown(path);
                if (imported == null) {
                    throw new UndecodableException("it imports " + path + ", which is not there");
                }
                known = link(imported, way);
                linked.put(path, known);
            }
            imports.add(known);
        }
        try {
            return FileDescriptor.buildFrom(file, imports.toArray(new FileDescriptor[0]));
        } catch (DescriptorValidationException broken) {
            throw new UndecodableException("it is no valid descriptor: " + broken.getMessage());
        }
    }
}
