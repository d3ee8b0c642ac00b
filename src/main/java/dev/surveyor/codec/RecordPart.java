package dev.surveyor.codec;

/** The two parts of a record that hold a payload. */
public enum RecordPart {
    KEY,
    VALUE
}
