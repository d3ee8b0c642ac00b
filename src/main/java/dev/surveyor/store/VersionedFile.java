package dev.surveyor.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * One JSON object with a {@code version} in a file. What this program could not write back as it is, it does not read
 * either: text behind the end, a field that is there twice. Blocks.
 */
final class VersionedFile {

    /** The form of the files that this program writes, and the newest that it reads. */
    static final int VERSION = 1;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SafeFile file;

    VersionedFile(SafeFile file) {
        this.file = file;
    }

    /**
     * Returns the object; one with nothing but the version where there is no file yet.
     *
     * @throws Unusable where the content is not such an object
     */
    ObjectNode read() throws IOException, Unusable {
        byte[] content = file.read().orElse(null);
        if (content == null) {
            return mapper.createObjectNode().put("version", VERSION);
        }
        JsonNode root;
        try {
            root = mapper.readTree(content);
        } catch (JsonProcessingException e) {
            throw new Unusable(Unusable.DAMAGED, e.getOriginalMessage());
        }
        if (!(root instanceof ObjectNode object) || !object.path("version").isInt()) {
            throw new Unusable(Unusable.DAMAGED, "it does not begin with a version number");
        }
        int version = object.path("version").intValue();
        if (version > VERSION) {
            throw new Unusable(
                    Unusable.NEWER, "its form is " + version + ", and this Surveyor reads up to form " + VERSION);
        }
        if (version < 1) {
            throw new Unusable(Unusable.DAMAGED, "there is no form " + version);
        }
        return object;
    }

    /** Replaces the content, within {@link SafeFile#exclusively}. */
    void write(ObjectNode root) throws IOException {
        file.write(mapper.writeValueAsBytes(root));
    }

    /** Says why the content must not be overwritten. */
    static final class Unusable extends Exception {

        static final String DAMAGED = "damaged";
        static final String NEWER = "newer";

        private static final long serialVersionUID = 1L;

        private final String word;

        /**
         * @param word {@link #DAMAGED} or {@link #NEWER}, part of the name under which the file is set aside
         * @param how a part of a sentence
         */
        Unusable(String word, String how) {
            super(how);
            this.word = word;
        }

        String word() {
            return word;
        }

        String how() {
            return String.valueOf(getMessage());
        }

        /** Returns what is wrong, behind a subject in the plural such as "The settings in f". */
        String words() {
            return word.equals(NEWER) ? "were written by a newer Surveyor: " + how() : "are damaged: " + how();
        }
    }
}
