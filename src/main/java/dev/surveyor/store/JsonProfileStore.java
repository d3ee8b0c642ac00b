package dev.surveyor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ProfileStore;
import dev.surveyor.store.VersionedFile.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the profiles in {@code connections.json}. Profiles that another running instance of the program added are kept
 * when this one saves; where both changed the same profile, the last one to save wins. Safe for use by any thread.
 */
public final class JsonProfileStore implements ProfileStore {

    private static final String FILE_NAME = "connections.json";

    private final SafeFile file;
    private final VersionedFile content;
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
        this.content = new VersionedFile(file);
        this.json = new ProfileJson(secretName);
    }

    @Override
    public synchronized Loaded load() {
        file.deleteLeftOvers();
        Read read;
        try {
            read = read();
        } catch (IOException e) {
            return new Loaded(
                    List.of(),
                    List.of("The saved connections could not be read. " + DiskReasons.of(e) + " "
                            + DiskReasons.remedyOfReading(e)));
        }
        List<String> messages = new ArrayList<>();
        if (read.unusable != null) {
            messages.add(words(read.unusable)
                    + (read.profiles.isEmpty() ? "" : " The other " + read.profiles.size() + " were read."));
            try {
                file.exclusively(() -> {
                    messages.add(setAside(read.unusable));
                    if (!read.profiles.isEmpty()) {
                        write(read.profiles, read);
                    }
                });
            } catch (IOException e) {
                messages.add("It could not be set aside, so that nothing can be saved for now. " + DiskReasons.of(e));
            }
        }
        read.profiles.forEach(profile -> ownIds.add(profile.id()));
        return new Loaded(read.profiles, messages);
    }

    @Override
    public synchronized List<String> save(List<ConnectionProfile> profiles) {
        List<String> messages = new ArrayList<>();
        try {
            file.exclusively(() -> {
                Read read = read();
                if (read.unusable != null) {
                    messages.add(words(read.unusable) + " " + setAside(read.unusable));
                }
                profiles.forEach(profile -> ownIds.add(profile.id()));
                List<ConnectionProfile> all = new ArrayList<>(profiles);
                read.profiles.stream()
                        .filter(profile -> !ownIds.contains(profile.id()))
                        .forEach(all::add);
                write(all, read);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(DiskReasons.of(e), e);
        }
        return messages;
    }

    private String words(Unusable unusable) {
        return "The saved connections in " + file.path() + " " + unusable.words() + ".";
    }

    private String setAside(Unusable unusable) throws IOException {
        return "It was set aside as " + file.setAside(unusable.word()) + "; nothing of it is lost.";
    }

    /** @param before what the file says until now, with what this version does not know */
    private void write(List<ConnectionProfile> profiles, Read before) throws IOException {
        ObjectNode root = before.root.deepCopy();
        root.put("version", VersionedFile.VERSION);
        ArrayNode array = root.putArray("profiles");
        profiles.forEach(profile -> array.add(json.write(profile, before.nodes.get(profile.id()))));
        content.write(root);
    }

    private Read read() throws IOException {
        try {
            return readProfiles(content.read());
        } catch (Unusable unusable) {
            return new Read(List.of(), JsonNodeFactory.instance.objectNode(), Map.of(), unusable);
        }
    }

    private Read readProfiles(ObjectNode root) throws Unusable {
        JsonNode array = root.has("profiles") ? root.get("profiles") : JsonNodeFactory.instance.arrayNode();
        if (!array.isArray()) {
            throw new Unusable(Unusable.DAMAGED, "its 'profiles' is not a list");
        }
        List<ConnectionProfile> profiles = new ArrayList<>();
        Map<String, ObjectNode> nodes = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode node : array) {
            try {
                ConnectionProfile profile = json.read(node);
                if (nodes.putIfAbsent(profile.id(), (ObjectNode) node) == null) {
                    profiles.add(profile);
                } else {
                    faults.add("profile '" + profile.name() + "' is there twice");
                }
            } catch (IllegalArgumentException e) {
                faults.add("profile '" + node.path("name").asText("without a name") + "' is damaged: "
                        + String.valueOf(e.getMessage()));
            }
        }
        return new Read(
                profiles,
                root,
                nodes,
                faults.isEmpty() ? null : new Unusable(Unusable.DAMAGED, String.join("; ", faults)));
    }

    /**
     * What the file says.
     *
     * @param nodes the profiles as they stand there, by id
     * @param unusable why the file must not be overwritten; null where it may
     */
    private record Read(
            List<ConnectionProfile> profiles,
            ObjectNode root,
            Map<String, ObjectNode> nodes,
            @Nullable Unusable unusable) {}
}
