package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the subjects of a schema are those of a topic's keys or values, by the ways in which serializers name
 * them: after the topic, after the record, or after both; also where the topic is a copy of the one that is named, as
 * mirrors, dead letters and retries are.
 */
final class SubjectFit {

    private static final int SHORTEST_NAME = 3;
    private static final String SEPARATORS = "._-";

    private SubjectFit() {}

    /**
     * Returns whether one of the subjects is the topic's.
     *
     * @param subjects null where the registry does not tell
     */
    static boolean fits(@Nullable List<String> subjects, Set<String> names, String topic, RecordPart part) {
        if (subjects == null) {
            return false;
        }
        for (String subject : subjects) {
            if (fits(withoutContext(subject), names, topic, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String subject, Set<String> names, String topic, RecordPart part) {
        String own = part == RecordPart.KEY ? "-key" : "-value";
        String other = part == RecordPart.KEY ? "-value" : "-key";
        if (names.contains(subject) || subject.equals(topic)) {
            return true;
        }
        if (subject.endsWith(own) && within(subject.substring(0, subject.length() - own.length()), topic)) {
            return true;
        }
        boolean aboutTopic = subject.startsWith(topic + "-") && !subject.endsWith(other);
        return aboutTopic && names.contains(subject.substring(topic.length() + 1));
    }

    /** A name is within a topic where it stands there whole: {@code orders} in {@code eu.orders-retry-0}. */
    private static boolean within(String name, String topic) {
        if (name.equals(topic)) {
            return true;
        }
        if (name.length() < SHORTEST_NAME) {
            return false;
        }
        for (int at = topic.indexOf(name); at >= 0; at = topic.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || SEPARATORS.indexOf(topic.charAt(at - 1)) >= 0;
            boolean ends = end == topic.length() || SEPARATORS.indexOf(topic.charAt(end)) >= 0;
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** Confluent's contexts stand before a subject as {@code :.context:}, Apicurio's groups as {@code group:}. */
    private static String withoutContext(String subject) {
        return subject.substring(subject.lastIndexOf(':') + 1);
    }
}
