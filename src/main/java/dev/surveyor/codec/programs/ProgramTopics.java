package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.domain.record.RawRecord;
import java.util.List;
import java.util.function.Function;

/** All that is read of what Kafka's own programs keep. */
public final class ProgramTopics {

    private ProgramTopics() {}

    /**
     * Returns the decoders of Kafka Streams, in the order in which they are tried.
     *
     * @param inside reads bytes of the user's that are wrapped
     */
    public static List<TopicDecoder> streams(Function<Input, Decoded> inside) {
        return List.of(
                new CombinedKeyDecoder(true, inside),
                new CombinedKeyDecoder(false, inside),
                new StreamsKeyDecoder(StreamsKeyDecoder.Layout.BUFFER, inside),
                new StreamsKeyDecoder(StreamsKeyDecoder.Layout.SESSION, inside),
                new StreamsKeyDecoder(StreamsKeyDecoder.Layout.STORE, inside),
                new StreamsKeyDecoder(StreamsKeyDecoder.Layout.WINDOW, inside),
                new SuppressedDecoder(inside),
                new SubscriptionDecoder(false, inside),
                new SubscriptionDecoder(true, inside),
                new OuterJoinValueDecoder(inside),
                new TableChangeDecoder(inside));
    }

    /** Returns the decoders of Kafka Connect and of MirrorMaker. */
    public static List<TopicDecoder> connect() {
        return List.of(
                new MirrorDecoder(MirrorDecoder.Kind.HEARTBEAT),
                new MirrorDecoder(MirrorDecoder.Kind.CHECKPOINT),
                new MirrorDecoder(MirrorDecoder.Kind.OFFSET_SYNC),
                new ConnectDecoder(ConnectDecoder.Kind.CONFIGS),
                new ConnectDecoder(ConnectDecoder.Kind.STATUS),
                new ConnectDecoder(ConnectDecoder.Kind.OFFSETS));
    }

    /**
     * Returns whether bytes that begin as text may be one of theirs and no text; those that begin otherwise are looked at
     * anyway. Very cheap.
     */
    public static boolean mayBeginAsText(RawRecord record, RecordPart part) {
        return part == RecordPart.KEY
                ? StreamsKeyDecoder.mayEndInTime(record.data(), record.keyStart(), record.keyLength())
                : (TableChangeDecoder.mayEndInFlag(record)
                                && StreamsTopic.repartition(record.partition().topic()))
                        || ConnectDecoder.mayHoldSecret(record);
    }
}
