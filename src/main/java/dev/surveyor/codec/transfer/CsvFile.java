package dev.surveyor.codec.transfer;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) that a spreadsheet opens safely: a cell which it would take for a formula begins with
 * an apostrophe. Beside key and value a column says what they are: null, empty, text or base64.
 */
public final class CsvFile implements RecordFile {

    private static final String HEAD = "topic,partition,offset,timestamp,timestampMillis,timestampType,leaderEpoch,"
            + "keyIs,key,valueIs,value,headers\r\n";
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
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(ConsumedRecord record, OutputStream out) throws IOException {
        Slice key = Slice.of(record, RecordPart.KEY);
        Slice value = Slice.of(record, RecordPart.VALUE);
        String epoch =
                record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH ? "" : Integer.toString(record.leaderEpoch());
        String line = String.join(
                ",",
                cell(record.partition().topic()),
                Integer.toString(record.partition().partition()),
                Long.toString(record.offset()),
                record.hasTimestamp() ? cell(Times.iso(record)) : "",
                Long.toString(record.timestamp()),
                record.timestampType().toString(),
                epoch,
                kind(key),
                cell(text(key)),
                kind(value),
                cell(text(value)),
                cell(headers(record)));
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
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
