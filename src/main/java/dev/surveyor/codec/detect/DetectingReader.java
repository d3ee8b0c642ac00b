package dev.surveyor.codec.detect;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading.Attempt;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.codec.header.KnownHeaders;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.codec.schema.WireFormat;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads records with the decoders of a connection and the choices for its topics. */
public final class DetectingReader implements RecordReader {

    static final RecordReader PLAIN =
            new DetectingReader(new Decoders(SchemaSource.NONE, List.of()), DecoderChoices.NONE);

    private static final int PREVIEW_BYTES = 2 * 1024;
    private static final int LARGEST_PREVIEWED = 256 * 1024;

    private final Decoders decoders;
    private final DecoderChoices choices;
    private final Map<String, Optional<Decoder>> named = new ConcurrentHashMap<>();

    public DetectingReader(Decoders decoders, DecoderChoices choices) {
        this.decoders = decoders;
        this.choices = choices;
    }

    @Override
    public Reading read(RawRecord record, RecordPart part, int maxBytes, Input.Effort effort, View view) {
        Input input = Input.of(record, part, maxBytes, effort, view);
        Slice bytes = input.bytes();
        if (bytes.isNull()) {
            return Reading.nothing(bytes);
        }
        String choice = choiceFor(record, part);
        if (bytes.isEmpty()) {
            return empty(input, choice);
        }
        if (choice == null) {
            return Reading.of(bytes, decoders.detection().attempts(input), false);
        }
        return Reading.of(bytes, List.of(new Attempt(choice, chosen(choice, input))), true);
    }

    private Decoded chosen(String choice, Input input) {
        return named.computeIfAbsent(choice, decoders::named)
                .map(decoder -> decoder.decode(input.asChosen()))
                .orElseGet(() -> new Decoded.Failed("this program has no decoder of that name"));
    }

    /** No bytes are nothing to read, unless a schema is known of which they are a value. */
    private Reading empty(Input input, @Nullable String choice) {
        RawRecord record = input.record();
        boolean named = record != null && WireFormat.inHeader(record, input.part());
        if (choice == null ? !(named && decoders.schemas()) : !decoders.bySchema(choice)) {
            return Reading.nothing(input.bytes());
        }
        String by = choice == null ? decoders.registry().name() : choice;
        Decoded decoded = choice == null ? decoders.registry().decode(input) : chosen(choice, input);
        return decoded instanceof Decoded.Read
                ? Reading.of(input.bytes(), List.of(new Attempt(by, decoded)), choice != null)
                : Reading.nothing(input.bytes());
    }

    @Override
    public int plainFrom(RawRecord record, RecordPart part) {
        boolean decoded = choiceFor(record, part) != null
                || (decoders.schemas() && record.headerCount() > 0 && WireFormat.inHeader(record, part));
        return decoded ? -1 : Detection.plainFrom(record, part);
    }

    @Override
    public boolean textIsText(String topic, RecordPart part) {
        return !decoders.schemas() && choices.of(topic).of(part) == null;
    }

    @Override
    public boolean keysAreText() {
        return !decoders.schemas() && choices.keysAreDetected();
    }

    @Override
    public HeaderReading header(String topic, String name, Slice value) {
        String choice = choices.ofHeader(topic, name);
        return choice == null
                ? HeaderReading.of(value, KnownHeaders.of(name), false)
                : HeaderReading.of(
                        value, named.computeIfAbsent(choice, decoders::named).orElse(null), true);
    }

    @Override
    public Preview preview(ConsumedRecord record, RecordPart part, int maxLength) {
        Slice bytes = Slice.of(record, part);
        if (bytes.isNull() || plainFrom(record, part) >= 0) {
            return Preview.of(record, part, maxLength);
        }
        if (bytes.length() > LARGEST_PREVIEWED && choiceFor(record, part) == null) {
            Preview raw = Preview.of(record, part, maxLength);
            if (raw.kind() != Preview.Kind.BINARY) {
                return raw;
            }
        }
        Reading reading = read(record, part, Math.max(PREVIEW_BYTES, maxLength * 4), Input.Effort.PREVIEW);
        return switch (reading.state()) {
            case NOTHING -> Preview.of(record, part, maxLength);
            case READ -> line(reading, maxLength);
            case WAITING, RAW -> new Preview(Preview.Kind.BINARY, hex(bytes, maxLength), brief(reading, null));
            case FAILED -> new Preview(Preview.Kind.ERROR, hex(bytes, maxLength), brief(reading, reading.problem()));
        };
    }

    private static Preview line(Reading reading, int maxLength) {
        // There are bytes: what is packed in them may be nothing, but they are not.
        Preview line = reading.text().isEmpty()
                ? new Preview(Preview.Kind.TEXT, "", null)
                : Preview.of(reading.text(), maxLength);
        if (reading.problem() != null) {
            return new Preview(Preview.Kind.ERROR, line.text(), brief(reading, reading.problem()));
        }
        String brief = reading.aside().brief();
        return brief.isEmpty() ? line : Preview.of(Slice.of(brief.getBytes(StandardCharsets.UTF_8)), maxLength);
    }

    private static @Nullable String brief(Reading reading, @Nullable String otherwise) {
        return reading.aside().brief().isEmpty() ? otherwise : reading.aside().brief();
    }

    private static String hex(Slice bytes, int maxLength) {
        return Hex.spaced(bytes, Math.max(1, maxLength / 3));
    }

    private @Nullable String choiceFor(RawRecord record, RecordPart part) {
        return choices.of(record.partition().topic()).of(part);
    }
}
