package dev.surveyor.registry;

import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.schema.SchemaCompiler;
import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.codec.schema.SchemaText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads schema files, with the {@code .proto} files that they import from the folders above them. Blocks. */
final class SchemaFiles {

    private static final Pattern IMPORT =
            Pattern.compile("^\\s*import\\s+(?:public\\s+|weak\\s+)?\"([^\"]+)\"\\s*;", Pattern.MULTILINE);
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int MOST_IMPORTS = 200;
    private static final int FOLDERS_ABOVE = 8;

    Lookup.Found read(SchemaFile file) throws RegistryException {
        try {
            Path path = Path.of(file.path());
            if (Files.size(path) > LARGEST) {
                throw unreadable(file.path() + " is larger than " + LARGEST + " bytes");
            }
            return new Lookup.Found(SchemaCompiler.compile(text(file, path)), null);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw unreadable("the schema file " + file.path() + " is not there");
        } catch (CharacterCodingException broken) {
            throw unreadable("the schema file " + file.path() + " is not text in UTF-8");
        } catch (IOException broken) {
            throw unreadable("the schema file " + file.path() + " cannot be read (" + broken.getMessage() + ")");
        } catch (UndecodableException broken) {
            throw unreadable(broken.reason());
        }
    }

    private static RegistryException unreadable(String reason) {
        return RegistryException.lasting("schema file not read", reason);
    }

    private static SchemaText text(SchemaFile file, Path path) throws IOException {
        boolean compiled = file.format() == SchemaFormat.PROTOBUF
                && !path.toString().toLowerCase(Locale.ROOT).endsWith(".proto");
        if (compiled) {
            String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(path));
            return new SchemaText(
                    file.format(), file.fileName(), SchemaFile.DESCRIPTOR_SET + base64, file.message(), List.of());
        }
        String text = Files.readString(path);
        Map<String, SchemaText.Reference> imports = new LinkedHashMap<>();
        if (file.format() == SchemaFormat.PROTOBUF) {
            collect(text, path.toAbsolutePath().getParent(), imports);
        }
        return new SchemaText(file.format(), file.fileName(), text, file.message(), new ArrayList<>(imports.values()));
    }

    private static void collect(String text, @Nullable Path folder, Map<String, SchemaText.Reference> imports)
            throws IOException {
        Matcher matcher = IMPORT.matcher(text);
        while (matcher.find() && imports.size() < MOST_IMPORTS) {
            String name = matcher.group(1);
            Path found = name.contains("..") || imports.containsKey(name) ? null : find(name, folder);
            if (found != null && Files.size(found) <= LARGEST) {
                String imported = Files.readString(found);
                imports.put(name, new SchemaText.Reference(name, imported));
                collect(imported, folder, imports);
            }
        }
    }

    /** Imports are named from some folder above the file, which protoc is told and which is tried out here. */
    private static @Nullable Path find(String name, @Nullable Path folder) {
        Path from = folder;
        for (int i = 0; i < FOLDERS_ABOVE && from != null; i++) {
            Path candidate = from.resolve(name);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
            from = from.getParent();
        }
        return null;
    }
}
