package dev.surveyor.codec;

import java.util.Objects;

/** The lines of a hexadecimal view, made one by one when they are asked for, so that 20 MB cost nothing. */
public final class HexDump {

    /** How many bytes a line shows. */
    public static final int BYTES_PER_LINE = 16;

    private final Slice bytes;

    public HexDump(Slice bytes) {
        this.bytes = bytes;
    }

    /**
     * A line.
     *
     * @param offset of its first byte in the value
     * @param hex up to 16 bytes, a wider gap after the eighth, padded to the full width
     * @param ascii the same bytes as text, a dot for each that has no ASCII character
     */
    public record Line(int offset, String hex, String ascii) {

        /** Returns the line as a terminal tool prints it. */
        @Override
        public String toString() {
            return String.format("%08X", offset) + "  " + hex + "  " + ascii;
        }
    }

    public int lineCount() {
        return (int) ((bytes.length() + (long) BYTES_PER_LINE - 1) / BYTES_PER_LINE);
    }

    /** Returns a line by its index, from 0. */
    public Line line(int index) {
        Objects.checkIndex(index, lineCount());
        int offset = index * BYTES_PER_LINE;
        int count = Math.min(BYTES_PER_LINE, bytes.length() - offset);
        StringBuilder hex = new StringBuilder(BYTES_PER_LINE * 3);
        StringBuilder ascii = new StringBuilder(BYTES_PER_LINE);
        for (int i = 0; i < BYTES_PER_LINE; i++) {
            if (i > 0) {
                hex.append(i == BYTES_PER_LINE / 2 ? "  " : " ");
            }
            if (i < count) {
                byte octet = bytes.at(offset + i);
                Hex.append(hex, octet);
                ascii.append(octet >= 0x20 && octet < 0x7f ? (char) octet : '.');
            } else {
                hex.append("  ");
            }
        }
        return new Line(offset, hex.toString(), ascii.toString());
    }
}
