package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import java.util.List;

/** Keeps the profiles, in the user's order. Implemented on disk. */
public interface ProfileStore {

    /**
     * Returns the saved profiles and what there is to say about reading them. A damaged file is set aside, never
     * overwritten, and named in a message. Blocks: not for the JavaFX thread.
     */
    Loaded load();

    /**
     * Saves all profiles at once: wholly or not at all. A file that was damaged meanwhile is set aside, as by
     * {@link #load}. Blocks: not for the JavaFX thread.
     *
     * @return what the user should know, one sentence each; empty where all went well
     * @throws java.io.UncheckedIOException where the disk refuses
     */
    List<String> save(List<ConnectionProfile> profiles);

    /**
     * What was read.
     *
     * @param profiles in the user's order
     * @param messages what the user should know, one sentence each; empty where all went well
     */
    record Loaded(List<ConnectionProfile> profiles, List<String> messages) {
        public Loaded {
            profiles = List.copyOf(profiles);
            messages = List.copyOf(messages);
        }
    }
}
