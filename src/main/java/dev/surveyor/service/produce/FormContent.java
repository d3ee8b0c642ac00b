package dev.surveyor.service.produce;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in to make records of, as it is kept for the next time.
 *
 * @param partition its number, negative where the producer chooses
 * @param fixedTime whether the records get the time that was typed
 * @param time as it was typed
 * @param opaque the user's own tag; empty for none
 */
public record FormContent(
        int partition,
        boolean fixedTime,
        String time,
        Part key,
        Part value,
        List<Header> headers,
        String opaque,
        Options options) {

    public FormContent {
        headers = List.copyOf(headers);
    }

    /** A key, a value or the value of a header as it was typed. */
    public record Part(ValueType type, Presence presence, String text) {}

    /** A header; only one that is ticked is sent. */
    public record Header(boolean ticked, String key, Part value) {}

    /**
     * How records are sent, as far as the user chose; what is null follows the connection, also when that says something
     * else one day.
     *
     * @param acks chosen together with the idempotence that they go with
     * @param linger as it was typed
     */
    public record Options(
            @Nullable Boolean idempotence,
            @Nullable Acks acks,
            @Nullable Compression compression,
            @Nullable String linger) {}
}
