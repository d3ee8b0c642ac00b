package dev.surveyor.registry;

import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.schema.RegistryAnswer;
import dev.surveyor.codec.schema.Schema;
import dev.surveyor.codec.schema.SchemaCompiler;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fetches a schema with all that it refers to, and makes it ready. Blocks. */
final class RegistrySchemas {

    private static final int MOST_REFERENCES = 200;

    private final RegistryHttp http;

    RegistrySchemas(RegistryHttp http) {
        this.http = http;
    }

    /** Returns the schema of an id or a GUID. */
    Schema fetch(Object key) throws RegistryException {
        boolean byId = key instanceof Integer;
        String path = (byId ? "/schemas/ids/" : "/schemas/guids/") + key;
        String what = "schema " + key;
        RegistryAnswer answer = parsed(http.get(path, what), what);
        SchemaFormat format = SchemaFormat.of(answer.schemaType())
                .orElseThrow(() -> new RegistryException(
                        what + " is of the type " + answer.schemaType() + ", which cannot be read here", false));
        Map<String, SchemaText.Reference> references = new LinkedHashMap<>();
        collect(answer, references, 0);
        String title = byId ? what + subjects((Integer) key) : what;
        try {
            return SchemaCompiler.compile(
                    new SchemaText(format, title, answer.schema(), null, List.copyOf(references.values())));
        } catch (UndecodableException broken) {
            throw new RegistryException(broken.reason(), false);
        }
    }

    /** Each reference after those that it needs itself. */
    private void collect(RegistryAnswer answer, Map<String, SchemaText.Reference> references, int depth)
            throws RegistryException {
        for (RegistryAnswer.Reference reference : answer.references()) {
            if (references.containsKey(reference.name())) {
                continue;
            }
            if (depth > MOST_REFERENCES || references.size() > MOST_REFERENCES) {
                throw new RegistryException("the schema refers to more than " + MOST_REFERENCES + " others", false);
            }
            String what = reference.subject() + " version " + reference.version();
            String path = "/subjects/" + URLEncoder.encode(reference.subject(), StandardCharsets.UTF_8) + "/versions/"
                    + reference.version();
            RegistryAnswer other = parsed(http.get(path, what), what);
            collect(other, references, depth + 1);
            references.put(reference.name(), new SchemaText.Reference(reference.name(), other.schema()));
        }
    }

    /** Where the registry has it, for a person; a registry that does not tell is not asked twice. */
    private String subjects(int id) {
        try {
            List<String> subjects = RegistryAnswer.subjects(http.get("/schemas/ids/" + id + "/versions", "versions"));
            return switch (subjects.size()) {
                case 0 -> "";
                case 1 -> " (" + subjects.get(0) + ")";
                default -> " (" + subjects.get(0) + " and " + (subjects.size() - 1) + " more)";
            };
        } catch (RegistryException untold) {
            return "";
        }
    }

    private static RegistryAnswer parsed(byte[] body, String what) throws RegistryException {
        try {
            return RegistryAnswer.parse(body);
        } catch (UndecodableException broken) {
            throw new RegistryException(
                    "the schema registry was asked for " + what + ", but " + broken.reason()
                            + ": is it the address of a schema registry?",
                    false);
        }
    }
}
