package dev.surveyor.service.copy;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.snippet.GoSnippet;
import dev.surveyor.codec.snippet.JavaSnippet;
import dev.surveyor.codec.snippet.KcatLine;
import dev.surveyor.codec.transfer.RecordJson;
import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes records as text for the clipboard, with full values. */
public final class RecordCopies {

    private final KcatLine kcat;
    private final PartText parts;
    private final Supplier<List<RowColumn>> columns;

    /**
     * Makes copies of records of one connection.
     *
     * @param reader reads keys and values as the table does
     * @param columns returns the columns of a copied row, in their order, as they are now; asked with each copy
     */
    public RecordCopies(String bootstrapServers, RecordReader reader, Supplier<List<RowColumn>> columns) {
        this.kcat = new KcatLine(bootstrapServers);
        this.parts = new PartText(reader);
        this.columns = columns;
    }

    /** Writes records; for any thread. */
    @FunctionalInterface
    public interface Form {

        /** Returns the records one after the other. */
        String text(List<ConsumedRecord> records);
    }

    /** Returns what writes that form, with the columns as they are now: rows begin with a line of their names. */
    public Form form(CopyFormat format) {
        return switch (format) {
            case VALUE -> lines(record -> parts.of(record, RecordPart.VALUE));
            case KEY -> lines(record -> parts.of(record, RecordPart.KEY));
            case ROW -> rows(columns.get());
            case JSON -> lines(RecordJson::text);
            case HEX -> lines(record -> Hex.plain(Slice.of(record, RecordPart.VALUE)));
            case BASE64 -> lines(record -> base64(Slice.of(record, RecordPart.VALUE)));
            case REFERENCE -> lines(record -> record.reference().toString());
            case KCAT -> lines(kcat::sending);
            case KCAT_READ -> lines(kcat::reading);
            case JAVA -> JavaSnippet::of;
            case GO -> GoSnippet::of;
        };
    }

    /** Returns whether nothing has to be decoded for that form, so that small records are written in no time. */
    public boolean cheap(CopyFormat format, List<ConsumedRecord> records) {
        boolean decodes = format == CopyFormat.VALUE || format == CopyFormat.KEY || format == CopyFormat.ROW;
        return !decodes || records.stream().allMatch(parts::cheap);
    }

    private static Form lines(Function<ConsumedRecord, String> line) {
        return records -> records.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static Form rows(List<RowColumn> columns) {
        String head = columns.stream().map(column -> cell(column.title())).collect(Collectors.joining("\t"));
        Form lines = lines(record -> columns.stream()
                .map(column -> cell(column.cell().apply(record)))
                .collect(Collectors.joining("\t")));
        return records -> head + "\n" + lines.text(records);
    }

    /** A tab or a line break inside a cell would make two of it. */
    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String base64(Slice bytes) {
        return Base64Text.of(bytes, Integer.MAX_VALUE).text();
    }
}
