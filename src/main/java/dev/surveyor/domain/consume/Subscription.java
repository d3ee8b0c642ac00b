package dev.surveyor.domain.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The topics that a consumer reads: named ones, or all that match a pattern, those included that are made later. */
public sealed interface Subscription {

    /** Returns the text form that {@link #parse} reads: {@code orders}, {@code orders,payments} or {@code /ord.*}{@code /}. */
    String text();

    /** Returns whether records of more than one topic may come. */
    boolean severalTopics();

    /**
     * Topics by their names.
     *
     * @param names at least one, none twice
     */
    record Topics(List<String> names) implements Subscription {
        public Topics {
            names = List.copyOf(names);
            if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("topics " + names + ": at least one, none blank");
            }
        }

        @Override
        public String text() {
            return String.join(",", names);
        }

        @Override
        public boolean severalTopics() {
            return names.size() > 1;
        }
    }

    /**
     * Topics whose whole name matches; topics that Kafka keeps for itself never do.
     *
     * @param regex a regular expression of Java
     */
    record Matching(String regex) implements Subscription {
        public Matching {
            Objects.requireNonNull(regex, "regex");
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException("pattern " + regex + ": " + wrong.getDescription(), wrong);
            }
        }

        @Override
        public String text() {
            return "/" + regex + "/";
        }

        @Override
        public boolean severalTopics() {
            return true;
        }
    }

    /** Returns one topic. */
    static Subscription to(String topic) {
        return new Topics(List.of(topic));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException where it names no topic or its pattern is none; the message says which
     */
    static Subscription parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > 2 && trimmed.startsWith("/") && trimmed.endsWith("/")) {
            return new Matching(trimmed.substring(1, trimmed.length() - 1));
        }
        List<String> names = new ArrayList<>();
        for (String part : trimmed.split(",", -1)) {
            String name = part.strip();
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return new Topics(names);
    }
}
