package dev.surveyor.service.inspect;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.field.MenuField;
import org.jspecify.annotations.Nullable;

/** A header as it is shown, read when it is looked at: a record may have thousands, and what is packed grows. */
public final class HeaderRow {

    private static final int LONGEST = 200;

    private final RecordHeader header;
    private final String topic;
    private final RecordReader reader;
    private @Nullable HeaderReading reading;
    private @Nullable Preview preview;

    /**
     * @param topic of its record
     * @param reader reads its value, once
     */
    public HeaderRow(RecordHeader header, String topic, RecordReader reader) {
        this.header = header;
        this.topic = topic;
        this.reader = reader;
    }

    /** Returns what its value says. */
    public HeaderReading reading() {
        HeaderReading read = reading;
        if (read == null) {
            read = read();
            reading = read;
        }
        return read;
    }

    /** One header that fails takes no other along, nor the row that is drawn. */
    private HeaderReading read() {
        Slice value = Slice.of(header.value());
        try {
            return reader.header(topic, header.key(), value);
        } catch (RuntimeException fault) {
            return new HeaderReading(value, "", "", Faults.sentence("This header cannot be read", fault));
        }
    }

    public RecordHeader header() {
        return header;
    }

    public String topic() {
        return topic;
    }

    /** Returns the name; bytes of it that are no text as {@code \xFF}. */
    public String name() {
        byte[] bytes = header.keyBytes();
        return bytes == null
                ? header.key()
                : Utf8Text.of(Slice.of(bytes), bytes.length).text();
    }

    /** Returns what the value is: its decoder, or what it is by itself. */
    public String type() {
        String decoder = reading().decoder();
        if (!decoder.isEmpty()) {
            return decoder;
        }
        return switch (preview().kind()) {
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty";
            case TEXT -> "text";
            case JSON -> "JSON";
            case BINARY -> "binary";
            case ERROR -> "not UTF-8";
        };
    }

    public String size() {
        byte[] value = header.value();
        return value == null ? "—" : Sizes.text(value.length);
    }

    public Preview preview() {
        Preview made = preview;
        if (made == null) {
            made = Preview.of(reading().text(), LONGEST);
            preview = made;
        }
        return made;
    }

    /** Returns what there is to know beside the value, in words: a time, or why it could not be read as chosen. */
    public String aside() {
        String problem = reading().problem();
        return problem != null ? problem : reading().detail();
    }

    public MenuField field() {
        return MenuField.of(header, reading().text());
    }
}
