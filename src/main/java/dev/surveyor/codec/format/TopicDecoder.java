package dev.surveyor.codec.format;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.RawRecord;

/** Reads what a program of Kafka keeps in topics of its own, which are known by their names and by how records look. */
public interface TopicDecoder extends Decoder {

    /** Returns whether that part of the record may be one that this reads, by its topic and a short look. Cheap. */
    boolean mayRead(RawRecord record, RecordPart part);
}
