package dev.surveyor.service.settings;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One choice that is kept: where, and how its text is read and written. What cannot be read counts as not kept.
 *
 * <p>How far a choice holds is decided by how its setting is made. How records of a topic <em>look</em>, such as columns,
 * times, highlight rules and marks of aborted transactions, is kept by the name of the topic alone
 * ({@link #ofTopic}): the same topic is in development, test and production, and nobody wants to arrange it three times.
 * What depends on <em>what is in</em> a cluster, such as decoders, whose schemas a registry of the connection has, and
 * records that are about to be sent, is kept by connection and topic ({@link #ofTopicOf}): what was written for one
 * cluster must not turn up, ready to be sent, in another.
 *
 * @param key of {@link Settings}
 * @param read returns the choice, empty where the text is none
 * @param write returns a text that can be read again
 */
public record Setting<T>(String key, Function<String, Optional<T>> read, Function<T, String> write) {

    /** Returns a setting for everywhere. */
    public static <T> Setting<T> of(String key, Function<String, Optional<T>> read, Function<T, String> write) {
        return new Setting<>(key, read, write);
    }

    /**
     * Returns a setting for a topic, whatever the connection.
     *
     * @param family the beginning of its key, the name of the feature first
     */
    public static <T> Setting<T> ofTopic(
            String family, String topic, Function<String, Optional<T>> read, Function<T, String> write) {
        return new Setting<>(family + "." + topic, read, write);
    }

    /** Returns a setting for a topic of one connection. */
    public static <T> Setting<T> ofTopicOf(
            String profileId,
            String family,
            String topic,
            Function<String, Optional<T>> read,
            Function<T, String> write) {
        return new Setting<>(family + "." + profileId + "." + topic, read, write);
    }

    /** Reads and writes any text as it is. */
    public static Optional<String> text(String text) {
        return Optional.of(text);
    }

    /** Returns a setting of one of several constants, kept by their names in lower case. */
    public static <E extends Enum<E>> Setting<E> ofConstant(String key, Class<E> type) {
        return new Setting<>(key, text -> Constants.of(type, text), constant -> Constants.word(constant));
    }

    /** Returns a setting of a whole number. */
    public static Setting<Integer> ofNumber(String key) {
        return new Setting<>(key, Constants::number, String::valueOf);
    }

    /** Returns what is kept, empty where nothing is. */
    public Optional<T> in(Settings settings) {
        return settings.get(key).flatMap(read);
    }

    /** Keeps the choice; null forgets it. */
    public void keep(Settings settings, @Nullable T choice) {
        if (choice == null) {
            settings.remove(key);
        } else {
            settings.put(key, write.apply(choice));
        }
    }

    /** Keeps the choice, and forgets it where it is what holds without one. */
    public void keep(Settings settings, T choice, T normal) {
        keep(settings, choice.equals(normal) ? null : choice);
    }
}
