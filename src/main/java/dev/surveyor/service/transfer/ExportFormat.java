package dev.surveyor.service.transfer;

import dev.surveyor.codec.transfer.CsvFile;
import dev.surveyor.codec.transfer.JsonLinesFile;
import dev.surveyor.codec.transfer.RawFile;
import dev.surveyor.codec.transfer.RecordFile;

/** The forms of a file. */
public enum ExportFormat {
    JSON_LINES("JSON Lines", "jsonl"),
    CSV("CSV", "csv"),
    RAW("Values", "txt");

    private final String label;
    private final String extension;

    ExportFormat(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    public String label() {
        return label;
    }

    /** Returns the end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns what writes one file.
     *
     * @param byteOrderMark whether a CSV file begins with the mark by which Excel knows UTF-8
     */
    public RecordFile open(boolean byteOrderMark) {
        return switch (this) {
            case JSON_LINES -> new JsonLinesFile();
            case CSV -> new CsvFile(byteOrderMark);
            case RAW -> new RawFile();
        };
    }
}
