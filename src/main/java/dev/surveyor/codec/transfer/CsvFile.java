package dev.surveyor.codec.transfer;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comma-separated values (RFC 4180) that a spreadsheet opens safely: a cell which it would take for a formula begins with
 * an apostrophe. Beside key and value a column says what they are: null, empty, text or base64.
 */
public final class CsvFile implements RecordFile {

    private static final List<RecordAttribute> COLUMNS = List.of(
            RecordAttribute.TOPIC,
            RecordAttribute.PARTITION,
            RecordAttribute.OFFSET,
            RecordAttribute.TIME,
            RecordAttribute.TIME_TYPE,
            RecordAttribute.EPOCH,
            RecordAttribute.KEY,
            RecordAttribute.VALUE,
            RecordAttribute.HEADERS);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** A cell of Excel holds so many characters. */
    private static final int LONGEST_CELL = 32_767;

    private final boolean byteOrderMark;
    private long apostrophes;
    private long longCells;

    /** Makes a file, with the mark by which Excel knows UTF-8 or without. */
    public CsvFile(boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        if (byteOrderMark) {
            out.write(BYTE_ORDER_MARK);
        }
        writeLine(COLUMNS.stream().flatMap(CsvFile::heads), out);
    }

    @Override
    public void write(ConsumedRecord record, OutputStream out) throws IOException {
        List<String> cells = new ArrayList<>();
        for (RecordAttribute column : COLUMNS) {
            switch (column) {
                case TIME -> {
                    cells.add(record.hasTimestamp() ? cell(Times.iso(record)) : "");
                    cells.add(Long.toString(record.timestamp()));
                }
                case KEY -> addPart(Slice.of(record, RecordPart.KEY), cells);
                case VALUE -> addPart(Slice.of(record, RecordPart.VALUE), cells);
                case HEADERS -> cells.add(cell(headers(record)));
                default -> cells.add(cell(column.text(record, RecordAttribute.Texts.PLAIN)));
            }
        }
        writeLine(cells.stream(), out);
    }

    /** The time stands there as a text and as a number; before key and value stands what they are. */
    private static Stream<String> heads(RecordAttribute column) {
        return switch (column) {
            case TIME -> Stream.of("timestamp", "timestampMillis");
            case KEY, VALUE -> Stream.of(column.fileName() + "Is", column.fileName());
            default -> Stream.of(column.fileName());
        };
    }

    private void addPart(Slice bytes, List<String> cells) {
        cells.add(kind(bytes));
        cells.add(cell(text(bytes)));
    }

    private static void writeLine(Stream<String> cells, OutputStream out) throws IOException {
        out.write((cells.collect(Collectors.joining(",")) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (apostrophes > 0) {
            losses.add(Counted.of(apostrophes, "cell begins", "cells begin")
                    + " with an apostrophe, so that a spreadsheet takes none for a formula.");
        }
        if (longCells > 0) {
            losses.add(Counted.of(longCells, "cell is", "cells are") + " longer than the " + LONGEST_CELL
                    + " characters that Excel keeps.");
        }
        return losses;
    }

    private static String kind(Slice bytes) {
        if (bytes.isNull()) {
            return "null";
        }
        return bytes.isEmpty() ? "empty" : RecordJson.isText(bytes) ? "text" : "base64";
    }

    private static String text(Slice bytes) {
        return RecordJson.isText(bytes)
                ? Utf8Text.of(bytes, bytes.length()).text()
                : Base64.getEncoder().encodeToString(bytes.bytes());
    }

    /** The headers as they stand in JSON Lines: only that keeps their order and tells null from empty. */
    private static String headers(ConsumedRecord record) throws IOException {
        return record.headerCount() == 0 ? "" : RecordJson.headersText(record.headers());
    }

    private String cell(String text) {
        String safe = text;
        if (!text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0) {
            apostrophes++;
            safe = "'" + text;
        }
        longCells += safe.length() > LONGEST_CELL ? 1 : 0;
        boolean quotes = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                || safe.startsWith(" ")
                || safe.endsWith(" ");
        return quotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
