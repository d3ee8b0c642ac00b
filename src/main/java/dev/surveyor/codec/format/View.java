package dev.surveyor.codec.format;

/** What is made of the same bytes. */
public enum View {
    /** Values as what they mean: a time as a time, a decimal as a number. */
    MEANING,
    /** Values as they are stored: a time as its number, a decimal as its bytes. */
    STORED,
    /** As what they mean, and by a schema too that only the first bytes name and nothing else speaks for. */
    GUESS
}
