package dev.surveyor.service.settings;

import java.util.Optional;

/**
 * Small texts by dotted key, for instance {@code window.size} or {@code records.columns.orders}; each feature owns the
 * keys that begin with its name, and the form of their texts. Safe for use by any thread; nothing blocks: the disk is
 * written a moment later, wholly or not at all.
 */
public interface Settings {

    Optional<String> get(String key);

    /** Remembers the text. */
    void put(String key, String text);

    /** Forgets the key. */
    void remove(String key);
}
