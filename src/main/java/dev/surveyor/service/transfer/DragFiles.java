package dev.surveyor.service.transfer;

import dev.surveyor.codec.transfer.JsonLinesFile;
import dev.surveyor.codec.transfer.RecordJson;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.files.FileNames;
import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records into files that can be dragged out of the window. Who gets such a file may copy it long after the drop,
 * so they stay until the program ends. Safe for use by any thread.
 */
public final class DragFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DragFiles.class);

    /** What is older belongs to a program that ended without its farewell. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;
    private final Executor background;
    private final Clock clock;
    private @Nullable Path own;

    /**
     * @param folder for these files alone; made when it is needed
     * @param background where files are written
     */
    public DragFiles(Path folder, Executor background, Clock clock) {
        this.folder = folder;
        this.background = background;
        this.clock = clock;
    }

    /**
     * Records that are ready to be dragged.
     *
     * @param text one JSON object a line
     * @param file the same as a file; null where it could not be written
     * @param failure why there is no file; null where there is one
     */
    public record Ready(
            String text, @Nullable Path file, @Nullable BrokerFailure failure) {}

    /** Writes the records as JSON Lines; completes on a background thread. */
    public CompletableFuture<Ready> prepare(List<ConsumedRecord> records) {
        List<ConsumedRecord> chosen = List.copyOf(records);
        return CompletableFuture.supplyAsync(() -> write(chosen), background);
    }

    private Ready write(List<ConsumedRecord> records) {
        String text = records.stream().map(RecordJson::text).collect(Collectors.joining("\n"));
        try {
            Path file = Files.createTempDirectory(own(), "").resolve(name(records));
            var unused = Exporter.write(new KeptRecords(records), new JsonLinesFile(), file, new TransferControl());
            return new Ready(text, file, null);
        } catch (TransferException failed) {
            return new Ready(text, null, failed.failure());
        } catch (IOException failed) {
            return new Ready(text, null, failure(failed));
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            return new Ready(text, null, failure(new IOException("the program ends")));
        }
    }

    private BrokerFailure failure(IOException failed) {
        return new BrokerFailure(
                "No file could be written in " + folder + ".",
                ExportTarget.why(failed),
                List.of("Drop the records as text, or use Export selection\u2026"),
                failed.toString(),
                BrokerFailure.Kind.FATAL);
    }

    /** Returns the folder of this program: another one that runs keeps its files when this one ends. */
    private synchronized Path own() throws IOException {
        Path made = own;
        if (made == null || !Files.isDirectory(made)) {
            PrivateFiles.folder(folder);
            made = Files.createTempDirectory(folder, "");
            own = made;
        }
        return made;
    }

    /** Returns a name that says what is in the file: {@code orders-3-48207.jsonl}, {@code orders-12-records.jsonl}. */
    private static String name(List<ConsumedRecord> records) {
        ConsumedRecord first = records.get(0);
        String topic = first.partition().topic();
        boolean together =
                records.stream().allMatch(record -> record.partition().topic().equals(topic));
        String what = records.size() == 1
                ? first.partition().partition() + "-" + first.offset()
                : records.size() + "-records";
        String end = what + "." + ExportFormat.JSON_LINES.extension();
        return together ? FileNames.of(topic, "-" + end) : end;
    }

    /** Deletes a file that was not dragged anywhere; returns at once. */
    public void discard(Path file) {
        background.execute(() -> delete(file.toAbsolutePath().getParent()));
    }

    /** Deletes what earlier programs left behind; returns at once. */
    public void deleteOld() {
        Instant limit = clock.instant().minus(LEFT_BEHIND);
        background.execute(() -> {
            if (!Files.isDirectory(folder)) {
                return;
            }
            try (Stream<Path> left = Files.list(folder)) {
                left.filter(each -> before(each, limit)).forEach(DragFiles::delete);
            } catch (IOException unreadable) {
                LOG.warn("Old dragged files in {} stay", folder, unreadable);
            }
        });
    }

    private static boolean before(Path file, Instant limit) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Deletes the files of this program. Blocks for as long as that takes. */
    @Override
    public synchronized void close() {
        delete(own);
        own = null;
    }

    private static void delete(@Nullable Path all) {
        if (all == null || !Files.exists(all)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(all)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException stays) {
            LOG.warn("Dragged files in {} stay until a later start", all, stays);
        }
    }
}
