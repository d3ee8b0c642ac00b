package dev.surveyor.codec;

import java.util.Objects;

/** The lines of a hexadecimal view, made one by one when they are asked for, so that 20 MB cost nothing. */
public final class HexDump {

    /** How many bytes a line shows unless told otherwise. */
    public static final int BYTES_PER_LINE = 16;

    private final Slice bytes;
    private final int perLine;

    public HexDump(Slice bytes) {
        this(bytes, BYTES_PER_LINE);
    }

    /** Makes lines of so many bytes each. */
    public HexDump(Slice bytes, int bytesPerLine) {
        if (bytesPerLine < 1) {
            throw new IllegalArgumentException(bytesPerLine + " bytes on a line are less than 1");
        }
        this.bytes = bytes;
        this.perLine = bytesPerLine;
    }

    public int bytesPerLine() {
        return perLine;
    }

    /**
     * A line.
     *
     * @param offset of its first byte in the value
     * @param hex the bytes, a wider gap after the eighth, padded to the full width
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
        return (int) ((bytes.length() + (long) perLine - 1) / perLine);
    }

    /** Returns a line by its index, from 0. */
    public Line line(int index) {
        Objects.checkIndex(index, lineCount());
        int offset = index * perLine;
        int count = Math.min(perLine, bytes.length() - offset);
        StringBuilder hex = new StringBuilder(perLine * 3 + 1);
        StringBuilder ascii = new StringBuilder(perLine);
        for (int i = 0; i < perLine; i++) {
            if (i > 0) {
                hex.append(i == 8 ? "  " : " ");
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
