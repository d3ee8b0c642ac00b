package dev.surveyor.kafka.decode;

import org.apache.kafka.common.protocol.ApiMessage;

/**
 * The messages of one coordinator. Kafka generates the same classes for each of them, in a package of its own and without
 * a common type.
 *
 * @param key makes an empty key of a type; throws {@code UnsupportedVersionException} for one that is not known
 * @param value makes an empty value of a type
 * @param name names a type
 * @param keyText writes a key as JSON
 * @param valueText writes a value of a version as JSON
 */
record CoordinatorMessages(
        ForType<ApiMessage> key,
        ForType<ApiMessage> value,
        ForType<String> name,
        KeyText keyText,
        ValueText valueText) {

    /** Makes something for a type of record. */
    interface ForType<T> {
        T of(short type);
    }

    /** Writes a key. */
    interface KeyText {
        Object of(ApiMessage key);
    }

    /** Writes a value. */
    interface ValueText {
        Object of(ApiMessage value, short version);
    }

    /** Returns those of {@code __consumer_offsets}. */
    static CoordinatorMessages group() {
        return new CoordinatorMessages(
                type -> org.apache.kafka.coordinator.group.generated.CoordinatorRecordType.fromId(type)
                        .newRecordKey(),
                type -> org.apache.kafka.coordinator.group.generated.CoordinatorRecordType.fromId(type)
                        .newRecordValue(),
                type -> org.apache.kafka.coordinator.group.generated.CoordinatorRecordType.fromId(type)
                        .toString(),
                org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters::writeRecordKeyAsJson,
                org.apache.kafka.coordinator.group.generated.CoordinatorRecordJsonConverters::writeRecordValueAsJson);
    }

    /** Returns those of {@code __transaction_state}. */
    static CoordinatorMessages transaction() {
        return new CoordinatorMessages(
                type -> org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordType.fromId(type)
                        .newRecordKey(),
                type -> org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordType.fromId(type)
                        .newRecordValue(),
                type -> org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordType.fromId(type)
                        .toString(),
                org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        ::writeRecordKeyAsJson,
                org.apache.kafka.coordinator.transaction.generated.CoordinatorRecordJsonConverters
                        ::writeRecordValueAsJson);
    }

    /** Returns those of {@code __share_group_state}. */
    static CoordinatorMessages share() {
        return new CoordinatorMessages(
                type -> org.apache.kafka.coordinator.share.generated.CoordinatorRecordType.fromId(type)
                        .newRecordKey(),
                type -> org.apache.kafka.coordinator.share.generated.CoordinatorRecordType.fromId(type)
                        .newRecordValue(),
                type -> org.apache.kafka.coordinator.share.generated.CoordinatorRecordType.fromId(type)
                        .toString(),
                org.apache.kafka.coordinator.share.generated.CoordinatorRecordJsonConverters::writeRecordKeyAsJson,
                org.apache.kafka.coordinator.share.generated.CoordinatorRecordJsonConverters::writeRecordValueAsJson);
    }
}
