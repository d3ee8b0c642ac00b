package dev.surveyor.service.transfer;

import dev.surveyor.codec.transfer.RecordFile;
import dev.surveyor.domain.failure.BrokerFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes records into a file. They go into a temporary file beside it, which takes its name at the end: a file of that
 * name is always whole. Where the export is cancelled or fails nothing is left behind.
 */
public final class Exporter {

    private static final int BUFFER = 256 * 1024;

    private Exporter() {}

    /**
     * What became of an export.
     *
     * @param complete false where it was cancelled; then there is no file
     * @param records how many were written
     * @param bytes the size of the file
     * @param losses what the file does not have or could not say, one sentence each
     */
    public record Result(boolean complete, long records, long bytes, List<String> losses) {
        public Result {
            losses = List.copyOf(losses);
        }
    }

    /** Writes the file; where it is a symbolic link, the file that it leads to. Blocks: never on the JavaFX thread. */
    public static Result write(ExportSource source, RecordFile form, Path file, TransferControl control)
            throws TransferException, InterruptedException {
        Path part = null;
        try {
            ExportTarget target = ExportTarget.of(file);
            part = target.newPart();
            long[] written = {0, 0};
            try (OutputStream out =
                    new BufferedOutputStream(new Counting(Files.newOutputStream(part), written), BUFFER)) {
                form.begin(out);
                source.read(
                        (record, share) -> {
                            form.write(record, out);
                            written[0]++;
                            control.at(share, written[0], written[1]);
                        },
                        control);
            }
            if (control.cancelled()) {
                return new Result(false, written[0], 0, List.of());
            }
            target.replaceBy(part);
            control.at(1, written[0], written[1]);
            List<String> losses = new ArrayList<>(source.losses());
            losses.addAll(form.losses());
            return new Result(true, written[0], written[1], losses);
        } catch (IOException failed) {
            throw new TransferException(new BrokerFailure(
                    "The file " + file + " could not be written.",
                    ExportTarget.why(failed),
                    List.of(ExportTarget.remedy(failed)),
                    failed.toString(),
                    BrokerFailure.Kind.FATAL));
        } finally {
            delete(part);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException stays) {
            part.toFile().deleteOnExit();
        }
    }

    private static final class Counting extends java.io.FilterOutputStream {
        private final long[] written;

        Counting(OutputStream out, long[] written) {
            super(out);
            this.written = written;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written[1] += length;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            written[1]++;
        }
    }
}
