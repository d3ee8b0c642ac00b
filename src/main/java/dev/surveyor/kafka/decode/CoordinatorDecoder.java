package dev.surveyor.kafka.decode;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.domain.record.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;

/**
 * The records in which brokers keep groups, transactions and shares: a key that begins with its type, and a value that
 * begins with its version and is understood only with its key.
 */
public final class CoordinatorDecoder implements TopicDecoder {

    private final String topic;
    private final String label;
    private final CoordinatorMessages messages;

    private CoordinatorDecoder(String topic, String label, CoordinatorMessages messages) {
        this.topic = topic;
        this.label = label;
        this.messages = messages;
    }

    /** Returns a decoder for each of Kafka's own topics. */
    public static List<TopicDecoder> all() {
        return List.of(
                new CoordinatorDecoder("__consumer_offsets", "Group coordinator", CoordinatorMessages.group()),
                new CoordinatorDecoder(
                        "__transaction_state", "Transaction coordinator", CoordinatorMessages.transaction()),
                new CoordinatorDecoder("__share_group_state", "Share coordinator", CoordinatorMessages.share()));
    }

    @Override
    public String name() {
        return label;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        return record.partition().topic().equals(topic);
    }

    @Override
    @SuppressWarnings("IllegalCatch") // the generated readers throw anything on bytes that are no message
    public Decoded decode(Input input) {
        RawRecord record = input.record();
        if (record == null || !record.partition().topic().equals(topic)) {
            return new Decoded.Failed("reads the topic " + topic + " only");
        }
        try {
            short type = shortAt(Slice.of(record, RecordPart.KEY), "the key");
            String json = input.part() == RecordPart.KEY ? key(type, input.bytes()) : value(type, input.bytes());
            return new Decoded.Read(
                    Slice.of(json.getBytes(StandardCharsets.UTF_8)),
                    Decoded.Syntax.JSON,
                    true,
                    messages.name().of(type) + (input.part() == RecordPart.KEY ? " key" : " value"),
                    null);
        } catch (UnsupportedVersionException unknown) {
            return new Decoded.Failed(
                    "a message that this version of Kafka does not know: " + unknown.getMessage(), true);
        } catch (RuntimeException broken) {
            return new Decoded.Failed(
                    "no message of the " + label.toLowerCase(java.util.Locale.ROOT) + ": " + broken.getMessage(), true);
        }
    }

    private String key(short type, Slice bytes) {
        ApiMessage key = messages.key().of(type);
        read(key, bytes, key.highestSupportedVersion());
        return "{\"type\":\"" + messages.name().of(type) + "\",\"key\":"
                + messages.keyText().of(key) + "}";
    }

    private String value(short type, Slice bytes) {
        short version = shortAt(bytes, "the value");
        ApiMessage value = messages.value().of(type);
        read(value, bytes, version);
        return "{\"version\":" + version + ",\"value\":" + messages.valueText().of(value, version) + "}";
    }

    private static void read(Message message, Slice bytes, short version) {
        ByteBuffer body = ByteBuffer.wrap(bytes.data(), bytes.start() + Short.BYTES, bytes.length() - Short.BYTES)
                .slice();
        message.read(new ByteBufferAccessor(body), version);
        if (body.hasRemaining()) {
            throw new IllegalArgumentException(body.remaining() + " bytes are left over");
        }
    }

    private static short shortAt(Slice bytes, String what) {
        if (bytes.length() < Short.BYTES) {
            throw new IllegalArgumentException(what + " is too short");
        }
        return ByteBuffer.wrap(bytes.data(), bytes.start(), Short.BYTES).getShort();
    }
}
