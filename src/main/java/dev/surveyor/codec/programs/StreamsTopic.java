package dev.surveyor.codec.programs;

import java.util.Locale;

/**
 * What the name of a topic of Kafka Streams says: {@code application-store-changelog}, {@code -repartition},
 * {@code -topic}. Names that the program makes up are in capital letters, those that its user gives are not.
 */
final class StreamsTopic {

    private StreamsTopic() {}

    /** A changelog holds the changes of a store, by the keys of the store. */
    static boolean changelog(String topic) {
        return topic.endsWith("-changelog");
    }

    /** Of records that are sent once more with another key; those of tables carry what was before too. */
    static boolean repartition(String topic) {
        return topic.endsWith("-repartition");
    }

    /** Whether a repartition topic surely is of a table, as its name was made up. */
    static boolean repartitionOfTable(String topic) {
        return repartition(topic) && topic.contains("KTABLE-");
    }

    /** Of the two topics of a join by foreign key, that to the right side. */
    static boolean registration(String topic) {
        return topic.endsWith("-topic") && lower(topic).contains("subscription-registration");
    }

    /** Of the two topics of a join by foreign key, that back from the right side. */
    static boolean response(String topic) {
        return topic.endsWith("-topic") && lower(topic).contains("subscription-response");
    }

    /** The store of a join by foreign key. */
    static boolean subscriptions(String topic) {
        return changelog(topic)
                && (topic.contains("FK-JOIN-SUBSCRIPTION-STATE-STORE")
                        || topic.endsWith("-subscription-store-changelog"));
    }

    /** What a suppression holds back; a name that the user gave says nothing of it. */
    static boolean suppressed(String topic) {
        return changelog(topic) && topic.contains("KTABLE-SUPPRESS-");
    }

    /** The stream side of a join with a table, where late records are waited for. */
    static boolean joinBuffer(String topic) {
        return topic.endsWith("-Buffer-changelog");
    }

    /** What an outer or left join of two streams keeps until it knows that no partner comes. */
    static boolean outerJoin(String topic) {
        return changelog(topic)
                && (topic.contains("KSTREAM-OUTERSHARED-")
                        || topic.contains("-outer-shared-join")
                        || topic.contains("-left-shared-join"));
    }

    private static String lower(String topic) {
        return topic.toLowerCase(Locale.ROOT);
    }
}
