package dev.surveyor.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the settings in {@code settings.json}: read once when made, written about a second after a change and when
 * closed. Keys that another running instance of the program changed meanwhile are kept.
 */
public final class JsonSettings implements Settings, AutoCloseable {

    static final int VERSION = 1;

    private static final Logger log = LoggerFactory.getLogger(JsonSettings.class);
    private static final String FILE_NAME = "settings.json";
    private static final long DELAY_MILLIS = 1_000;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final SafeFile file;
    private final ScheduledExecutorService scheduler;
    private final List<String> messages = new ArrayList<>();

    /** Guarded by this. */
    private final Map<String, String> texts = new TreeMap<>();

    /** What changed here since the last writing, guarded by this; a null stands for a removed key. */
    private final Map<String, @Nullable String> changes = new TreeMap<>();

    private boolean writeScheduled;
    private @Nullable BrokerFailure trouble;
    private Consumer<@Nullable BrokerFailure> onTrouble = failure -> {};

    /**
     * Reads the file, so this blocks for a moment: not for the JavaFX thread.
     *
     * @param folder where the file is, made at the first writing
     * @param scheduler runs the writing; not closed here
     * @param clock names a file that is set aside
     */
    public JsonSettings(Path folder, ScheduledExecutorService scheduler, Clock clock) {
        this.file = new SafeFile(folder.resolve(FILE_NAME), clock);
        this.scheduler = scheduler;
        try {
            file.checkWritable();
        } catch (IOException e) {
            log.warn("The settings cannot be written to {}", file.path(), e);
            trouble = notSaved(e);
        }
        try {
            texts.putAll(read());
        } catch (IOException e) {
            log.warn("The settings in {} could not be read; starting with the defaults", file.path(), e);
            messages.add("The settings in " + file.path() + " could not be read (" + e + "); the defaults are used.");
        }
    }

    /** Returns what the user should know about the reading, one sentence each; empty where all went well. */
    public synchronized List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Tells now, and when it changes, why the settings are not saved; null when they are. The listener is called on
     * any thread.
     */
    public void onTrouble(Consumer<@Nullable BrokerFailure> listener) {
        BrokerFailure now;
        synchronized (this) {
            onTrouble = listener;
            now = trouble;
        }
        listener.accept(now);
    }

    private void tell(@Nullable BrokerFailure now) {
        Consumer<@Nullable BrokerFailure> listener;
        synchronized (this) {
            if (Objects.equals(now, trouble)) {
                return;
            }
            trouble = now;
            listener = onTrouble;
        }
        listener.accept(now);
    }

    private BrokerFailure notSaved(IOException e) {
        return new BrokerFailure(
                "Settings cannot be saved in " + file.path().getParent() + ".",
                DiskReasons.of(e) + " What you change lasts until you close Surveyor.",
                List.of("make it a folder that you may write to, or set SURVEYOR_HOME to another and start again"),
                e.toString(),
                BrokerFailure.Kind.RETRIABLE);
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public synchronized void put(String key, String text) {
        if (!text.equals(texts.put(key, text))) {
            changes.put(key, text);
            scheduleWrite();
        }
    }

    @Override
    public synchronized void remove(String key) {
        if (texts.remove(key) != null) {
            changes.put(key, null);
            scheduleWrite();
        }
    }

    /** Writes what is not written yet. Blocks. */
    @Override
    public void close() {
        write();
    }

    private void scheduleWrite() {
        if (!writeScheduled) {
            try {
                ScheduledFuture<?> unused = scheduler.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
                writeScheduled = true;
            } catch (RejectedExecutionException e) {
                log.debug("The program is ending; closing writes this change", e);
            }
        }
    }

    private void write() {
        Map<String, @Nullable String> toWrite;
        synchronized (this) {
            writeScheduled = false;
            toWrite = new TreeMap<>(changes);
            changes.clear();
        }
        if (toWrite.isEmpty()) {
            return;
        }
        try {
            file.exclusively(() -> {
                Map<String, String> all = new TreeMap<>(read());
                toWrite.forEach((key, text) -> {
                    if (text == null) {
                        all.remove(key);
                    } else {
                        all.put(key, text);
                    }
                });
                ObjectNode root = mapper.createObjectNode();
                root.put("version", VERSION);
                ObjectNode settings = root.putObject("settings");
                all.forEach(settings::put);
                file.write(mapper.writeValueAsBytes(root));
            });
            tell(null);
        } catch (IOException e) {
            log.warn("The settings could not be written to {}; trying again at the next change", file.path(), e);
            synchronized (this) {
                toWrite.forEach(changes::putIfAbsent);
            }
            tell(notSaved(e));
        }
    }

    /** Returns what the file says, and sets it aside where it cannot be understood. */
    private Map<String, String> read() throws IOException {
        byte[] content = file.read().orElse(null);
        if (content == null) {
            return Map.of();
        }
        String problem;
        try {
            JsonNode root = mapper.readTree(content);
            int version = root == null ? 0 : root.path("version").asInt(0);
            if (root != null
                    && version >= 1
                    && version <= VERSION
                    && root.path("settings").isObject()) {
                Map<String, String> read = new TreeMap<>();
                root.path("settings")
                        .properties()
                        .forEach(entry ->
                                read.put(entry.getKey(), entry.getValue().asText()));
                return read;
            }
            problem = version > VERSION ? "newer" : "damaged";
        } catch (JsonProcessingException e) {
            log.warn("The settings in {} are damaged: {}", file.path(), e.getMessage());
            problem = "damaged";
        }
        Path aside = file.setAside(problem);
        synchronized (this) {
            messages.add("The settings in " + file.path() + " are "
                    + (problem.equals("newer") ? "of a newer Surveyor" : "damaged") + ". They were set aside as "
                    + aside
                    + "; the defaults are used.");
        }
        return Map.of();
    }
}
