package dev.surveyor.domain.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a topic or a broker.
 *
 * @param name its name, for instance {@code cleanup.policy}
 * @param value its value, null where it is sensitive
 * @param isDefault whether nobody has set it
 * @param source where it comes from, in Kafka's words
 */
public record ConfigEntry(String name, @Nullable String value, boolean isDefault, String source) {}
