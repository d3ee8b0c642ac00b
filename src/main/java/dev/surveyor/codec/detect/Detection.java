package dev.surveyor.codec.detect;

import dev.surveyor.codec.ByteOrderMark;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.binary.CborDecoder;
import dev.surveyor.codec.binary.MessagePackDecoder;
import dev.surveyor.codec.binary.SmileDecoder;
import dev.surveyor.codec.detect.Reading.Attempt;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.codec.pack.Compressed;
import dev.surveyor.codec.programs.ProgramTopics;
import dev.surveyor.codec.schema.AvroFileDecoder;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.RawRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the format that bytes show by themselves. A format is taken only where it has a mark of its own or reads the
 * bytes from end to end; four bytes that may be a number or a fraction are never guessed.
 */
final class Detection {

    private static final int LARGEST_TRIED_UNMARKED = 4 * 1024 * 1024;

    private final Decoder registry;
    private final SchemaSource schemas;
    private final Decoder json;
    private final Decoder xml;
    private final Decoder utf8;
    private final Decoder messagePack;
    private final Decoder cbor;
    private final Decoder smile;
    private final Decoder avroFile;
    private final List<Decoder> numbers;
    private final List<TopicDecoder> topics;
    private final List<Decoder> compressed = Compressed.marked(this::inside);
    private final Decoder bareSnappy = Compressed.bareSnappy(this::inside);

    Detection(
            Decoder registry,
            SchemaSource schemas,
            Decoder json,
            Decoder xml,
            Decoder utf8,
            Decoder messagePack,
            Decoder cbor,
            Decoder smile,
            Decoder avroFile,
            List<Decoder> numbers,
            List<? extends TopicDecoder> internal) {
        this.registry = registry;
        this.schemas = schemas;
        this.json = json;
        this.xml = xml;
        this.utf8 = utf8;
        this.messagePack = messagePack;
        this.cbor = cbor;
        this.smile = smile;
        this.avroFile = avroFile;
        this.numbers = numbers;
        List<TopicDecoder> all = new ArrayList<>(internal);
        all.addAll(ProgramTopics.connect());
        all.addAll(ProgramTopics.streams(this::inside));
        this.topics = List.copyOf(all);
    }

    /**
     * Returns where the bytes are surely text or JSON as they stand, by a look at the first few: from 0, or from 3 behind
     * a byte order mark; -1 where they may be something else.
     */
    static int plainFrom(RawRecord record, RecordPart part) {
        int length = part == RecordPart.KEY ? record.keyLength() : record.valueLength();
        if (length <= 0) {
            return 0;
        }
        byte[] data = record.data();
        int start = part == RecordPart.KEY ? record.keyStart() : record.valueStart();
        byte first = data[start];
        boolean ascii = (first >= 0x20 && first < 0x7f) || first == '\n' || first == '\r' || first == '\t';
        boolean smiley = first == ':' && SmileDecoder.describesItself(Slice.of(data, start, length));
        boolean avro = first == 'O' && AvroFileDecoder.begins(data, start, length);
        boolean packed = length > 1 && Compressed.mayBeginAsText(first & 0xff, data[start + 1] & 0xff);
        if (record.partition().topic().startsWith("__")) {
            return -1;
        }
        if (ascii && !smiley && !avro && !packed && !ProgramTopics.mayBeginAsText(record, part)) {
            return 0;
        }
        int mark = first < 0 ? ByteOrderMark.lengthIn(data, start, length) : 0;
        return mark > 0 ? mark : -1;
    }

    /** Tries the decoders in order, up to the first that can read the bytes or waits for a schema. */
    List<Attempt> attempts(Input input) {
        List<Attempt> attempts = new ArrayList<>();
        RawRecord record = input.depth() == 0 ? input.record() : null;
        for (TopicDecoder decoder : topics) {
            if (record != null && decoder.mayRead(record, input.part()) && tries(decoder, input, attempts)) {
                return attempts;
            }
        }
        if (tries(registry, input, attempts)) {
            return attempts;
        }
        for (Decoder decoder : compressed) {
            if (tries(decoder, input, attempts)) {
                return attempts;
            }
        }
        if (tries(smile, input, attempts) || tries(avroFile, input, attempts) || triesText(input, attempts)) {
            return attempts;
        }
        if (!triesUnmarked(input, attempts) && !triesNumber(input, attempts)) {
            mentionNumbers(input, attempts);
        }
        return attempts;
    }

    /** Reads what was unpacked. */
    Decoded inside(Input input) {
        List<Attempt> attempts = attempts(input);
        Attempt last = attempts.get(attempts.size() - 1);
        if (last.decoded() instanceof Decoded.Read read) {
            return read.because(last.decoder());
        }
        if (last.decoded() instanceof Decoded.Waiting) {
            return last.decoded();
        }
        for (Attempt attempt : attempts) {
            boolean told = attempt.decoded() instanceof Decoded.Failed failed
                    && (failed.marked() || failed.aside().note() != null);
            if (told) {
                return attempt.decoded();
            }
        }
        return new Decoded.Failed("neither text nor a format that shows itself");
    }

    private boolean triesText(Input input, List<Attempt> attempts) {
        Slice bytes = input.bytes();
        if (CborDecoder.describesItself(bytes)) {
            return tries(cbor, input, attempts);
        }
        if (bytes.at(0) == 0) {
            attempts.add(new Attempt(utf8.name(), new Decoded.Failed("begins with a zero byte")));
            return false;
        }
        return tries(json, input, attempts) || tries(xml, input, attempts) || tries(utf8, input, attempts);
    }

    private boolean triesUnmarked(Input input, List<Attempt> attempts) {
        Slice bytes = input.bytes();
        if (bytes.length() > LARGEST_TRIED_UNMARKED || bytes.at(0) >= 0) {
            return false;
        }
        return (MessagePackDecoder.beginsAsMap(bytes) && tries(messagePack, input, attempts))
                || (CborDecoder.beginsAsMap(bytes)
                        && !CborDecoder.describesItself(bytes)
                        && tries(cbor, input, attempts))
                || tries(bareSnappy, input, attempts);
    }

    /**
     * A key of eight bytes that begins with a zero byte: where a registry could say otherwise and does not, it is the
     * number that Kafka's own serializer writes.
     */
    private boolean triesNumber(Input input, List<Attempt> attempts) {
        boolean may = schemas.present()
                && input.part() == RecordPart.KEY
                && input.depth() == 0
                && input.bytes().length() == Long.BYTES
                && input.bytes().at(0) == 0;
        if (may && numbers.get(0).decode(input) instanceof Decoded.Read read) {
            attempts.add(new Attempt(
                    numbers.get(0).name(),
                    read.because("eight bytes that begin with zero and name no schema of theirs")));
            return true;
        }
        return false;
    }

    /** Says what the bytes would be as numbers, so that a person can choose. */
    private void mentionNumbers(Input input, List<Attempt> attempts) {
        if (input.depth() > 0) {
            return;
        }
        for (Decoder decoder : numbers) {
            if (decoder.decode(input) instanceof Decoded.Read read) {
                String text = new String(read.text().bytes(), java.nio.charset.StandardCharsets.UTF_8);
                attempts.add(new Attempt(
                        decoder.name(), new Decoded.Failed("would be " + text + ", but numbers are not guessed")));
            }
        }
    }

    private static boolean tries(Decoder decoder, Input input, List<Attempt> attempts) {
        Decoded decoded = decoder.decode(input);
        attempts.add(new Attempt(decoder.name(), decoded));
        return !(decoded instanceof Decoded.Failed);
    }
}
