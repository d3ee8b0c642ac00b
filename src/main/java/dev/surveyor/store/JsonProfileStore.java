package dev.surveyor.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ProfileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the profiles in {@code connections.json}. Profiles that another running instance of the program added are kept
 * when this one saves; where both changed the same profile, the last one to save wins. Safe for use by any thread.
 */
public final class JsonProfileStore implements ProfileStore {

    /** The form of the file that this program writes, and the newest that it reads. */
    static final int VERSION = 1;

    private static final String FILE_NAME = "connections.json";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final SafeFile file;
    private final ProfileJson json;
    private final Set<String> ownIds = new HashSet<>();

    /**
     * Makes a store; nothing is read or written yet.
     *
     * @param folder where the file is, made at the first save
     * @param secretName tells which client properties hold secrets, so that they are not written, whatever a profile
     *     says of them
     * @param clock names files that are set aside
     */
    public JsonProfileStore(Path folder, Predicate<String> secretName, Clock clock) {
        this.file = new SafeFile(folder.resolve(FILE_NAME), clock);
        this.json = new ProfileJson(secretName);
    }

    @Override
    public synchronized Loaded load() {
        Read read;
        try {
            read = read();
        } catch (IOException e) {
            return new Loaded(List.of(), List.of(unreadable(e)));
        }
        List<String> messages = new ArrayList<>(read.messages);
        if (read.setAsideAs != null) {
            try {
                Path aside = file.setAside(read.setAsideAs);
                messages.add("It was set aside as " + aside + "; nothing of it is lost.");
                if (!read.profiles.isEmpty()) {
                    write(read.profiles);
                }
            } catch (IOException e) {
                messages.add("It could not be set aside (" + reason(e) + "), so that nothing can be saved for now.");
            }
        }
        read.profiles.forEach(profile -> ownIds.add(profile.id()));
        return new Loaded(read.profiles, messages);
    }

    @Override
    public synchronized void save(List<ConnectionProfile> profiles) {
        try {
            file.exclusively(() -> {
                Read read = read();
                if (read.setAsideAs != null) {
                    file.setAside(read.setAsideAs);
                }
                profiles.forEach(profile -> ownIds.add(profile.id()));
                List<ConnectionProfile> all = new ArrayList<>(profiles);
                read.profiles.stream()
                        .filter(profile -> !ownIds.contains(profile.id()))
                        .forEach(all::add);
                write(all);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(reason(e), e);
        }
    }

    private void write(List<ConnectionProfile> profiles) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION);
        ArrayNode array = root.putArray("profiles");
        profiles.forEach(profile -> array.add(json.write(profile)));
        file.write(mapper.writeValueAsBytes(root));
    }

    private Read read() throws IOException {
        byte[] content = file.read().orElse(null);
        if (content == null) {
            return new Read(List.of(), List.of(), null);
        }
        try {
            JsonNode root = mapper.readTree(content);
            if (root == null || !root.path("version").isInt()) {
                return damaged(List.of(), "it does not begin with a version number");
            }
            int version = root.path("version").intValue();
            if (version > VERSION) {
                return new Read(
                        List.of(),
                        List.of("The saved connections in " + file.path() + " were written by a newer Surveyor (form "
                                + version + "; this one reads up to " + VERSION + ")."),
                        "newer");
            }
            return readProfiles(root.path("profiles"));
        } catch (JsonProcessingException e) {
            return damaged(List.of(), e.getOriginalMessage());
        }
    }

    private Read readProfiles(JsonNode array) {
        if (!array.isArray()) {
            return damaged(List.of(), "it has no list of profiles");
        }
        List<ConnectionProfile> profiles = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : array) {
            try {
                ConnectionProfile profile = json.read(node);
                if (ids.add(profile.id())) {
                    profiles.add(profile);
                } else {
                    messages.add("profile '" + profile.name() + "' is there twice");
                }
            } catch (IllegalArgumentException e) {
                messages.add("profile '" + node.path("name").asText("without a name") + "' is damaged: "
                        + String.valueOf(e.getMessage()));
            }
        }
        return messages.isEmpty()
                ? new Read(profiles, List.of(), null)
                : damaged(profiles, String.join("; ", messages));
    }

    private Read damaged(List<ConnectionProfile> good, String how) {
        String rest = good.isEmpty() ? "" : " The other " + good.size() + " were read.";
        return new Read(
                good,
                List.of("The saved connections in " + file.path() + " are damaged: " + how + "." + rest),
                "damaged");
    }

    private String unreadable(IOException e) {
        return "The saved connections in " + file.path() + " could not be read (" + reason(e)
                + "). Check who may read the file, then start Surveyor again.";
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
    }

    /**
     * What the file says.
     *
     * @param setAsideAs why the file must not be overwritten, one word; null where it may
     */
    private record Read(
            List<ConnectionProfile> profiles,
            List<String> messages,
            @Nullable String setAsideAs) {}
}
