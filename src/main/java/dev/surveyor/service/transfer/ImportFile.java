package dev.surveyor.service.transfer;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.transfer.RecordJsonReader;
import dev.surveyor.codec.transfer.RecordLine;
import dev.surveyor.codec.transfer.RecordLineException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the records of a JSON Lines file one by one. */
final class ImportFile {

    /** No broker takes a record of this size; a longer line is no record. */
    private static final int LONGEST_LINE = 512 * 1024 * 1024;

    private final Path file;

    ImportFile(Path file) {
        this.file = file;
    }

    /** Takes the lines. */
    interface Lines {

        void record(long line, RecordLine record, double share) throws InterruptedException;

        void problem(long line, String why);
    }

    /** Hands over every line that is not blank; returns early where the control is cancelled. */
    void read(Lines lines, TransferControl control) throws IOException, InterruptedException {
        double size = Math.max(1, Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 256 * 1024)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 0;
            long read = 0;
            int octet = 0;
            while (octet >= 0 && !control.cancelled()) {
                octet = in.read();
                read++;
                if (octet >= 0 && octet != '\n') {
                    line.write(octet);
                    if (line.size() > LONGEST_LINE) {
                        throw new IOException("line " + (number + 1) + " is longer than " + LONGEST_LINE + " bytes");
                    }
                } else {
                    number++;
                    hand(number, line.toByteArray(), lines, Math.min(1, read / size));
                    line.reset();
                }
            }
        }
    }

    private static void hand(long number, byte[] line, Lines lines, double share) throws InterruptedException {
        int start = number == 1 && line.length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb ? 3 : 0;
        Slice text = Slice.of(line).from(start);
        boolean blank = true;
        for (int i = 0; i < text.length() && blank; i++) {
            blank = text.at(i) == ' ' || text.at(i) == '\t' || text.at(i) == '\r';
        }
        if (blank) {
            return;
        }
        try {
            lines.record(number, RecordJsonReader.read(text), share);
        } catch (RecordLineException broken) {
            lines.problem(number, broken.why());
        }
    }
}
