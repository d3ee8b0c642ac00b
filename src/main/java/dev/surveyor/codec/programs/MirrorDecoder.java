package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.util.regex.Pattern;

/**
 * What MirrorMaker 2 keeps: heartbeats, checkpoints of groups, and which offset of a partition is which in its copy.
 * Strings stand behind their length in two bytes, numbers have their highest byte first.
 *
 * <p>Source: {@code Heartbeat}, {@code Checkpoint} and {@code OffsetSync} of connect-mirror 4.3.
 */
final class MirrorDecoder extends ProgramDecoder {

    private static final Decoded NOTHING_INSIDE = new Decoded.Failed("nothing is wrapped here");

    private final Kind kind;

    /** What a topic holds. The separator in its name can be chosen. */
    enum Kind {
        HEARTBEAT("MirrorMaker heartbeat", "(?:.+[^a-zA-Z0-9])?heartbeats"),
        CHECKPOINT("MirrorMaker checkpoint", ".+[^a-zA-Z0-9]checkpoints[^a-zA-Z0-9]+internal"),
        OFFSET_SYNC("MirrorMaker offset sync", "mm2-offset-syncs[^a-zA-Z0-9].+[^a-zA-Z0-9]internal");

        private final String label;
        private final Pattern topics;
        private final String word;

        Kind(String label, String topics) {
            this.label = label;
            this.topics = Pattern.compile(topics);
            this.word = name().equals("OFFSET_SYNC") ? "offset-syncs" : name().toLowerCase(java.util.Locale.ROOT) + "s";
        }
    }

    MirrorDecoder(Kind kind) {
        super(kind.label, input -> NOTHING_INSIDE);
        this.kind = kind;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        String topic = record.partition().topic();
        return topic.contains(kind.word) && kind.topics.matcher(topic).matches();
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        if (input.part() == RecordPart.KEY) {
            key(in, out);
        } else {
            value(in, out);
        }
        end(in);
        return kind.label.substring(kind.label.indexOf(' ') + 1) + (input.part() == RecordPart.KEY ? " key" : " value");
    }

    private void key(ByteReader in, Wrapped out) {
        switch (kind) {
            case HEARTBEAT -> {
                out.text("sourceClusterAlias", string(in));
                out.text("targetClusterAlias", string(in));
            }
            case CHECKPOINT -> {
                out.text("group", string(in));
                partition(in, out);
            }
            case OFFSET_SYNC -> partition(in, out);
        }
    }

    private static void partition(ByteReader in, Wrapped out) {
        out.text("topic", string(in));
        out.number("partition", in.int32());
    }

    private void value(ByteReader in, Wrapped out) {
        if (kind != Kind.OFFSET_SYNC) {
            long version = in.bigEndian(Short.BYTES);
            if (version != 0) {
                throw new UndecodableException("version " + version + " is not known");
            }
            out.number("version", version);
        }
        if (kind == Kind.HEARTBEAT) {
            out.time("timestamp", in.bigEndian(Long.BYTES));
            return;
        }
        out.number("upstreamOffset", in.bigEndian(Long.BYTES));
        out.number("offset", in.bigEndian(Long.BYTES));
        if (kind == Kind.CHECKPOINT) {
            out.text("metadata", string(in));
        }
    }

    private static String string(ByteReader in) {
        return in.text(in.bigEndian(Short.BYTES));
    }
}
