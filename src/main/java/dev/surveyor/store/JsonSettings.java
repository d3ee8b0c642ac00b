package dev.surveyor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.store.VersionedFile.Unusable;
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

    private static final Logger log = LoggerFactory.getLogger(JsonSettings.class);
    private static final String FILE_NAME = "settings.json";
    private static final long DELAY_MILLIS = 1_000;

    private final SafeFile file;
    private final VersionedFile content;
    private final ScheduledExecutorService scheduler;
    private final List<String> messages = new ArrayList<>();

    /** Guarded by this. */
    private final Map<String, String> texts = new TreeMap<>();

    /** What changed here since the last writing, guarded by this; a null stands for a removed key. */
    private final Map<String, @Nullable String> changes = new TreeMap<>();

    private boolean writeScheduled;
    private @Nullable BrokerFailure trouble;
    private Consumer<@Nullable BrokerFailure> onTrouble = failure -> {};
    private volatile Consumer<String> onMessage = message -> {};

    /**
     * Reads the file, so this blocks for a moment: not for the JavaFX thread.
     *
     * @param folder where the file is, made at the first writing
     * @param scheduler runs the writing; not closed here
     * @param clock names a file that is set aside
     */
    public JsonSettings(Path folder, ScheduledExecutorService scheduler, Clock clock) {
        this.file = new SafeFile(folder.resolve(FILE_NAME), clock);
        this.content = new VersionedFile(file);
        this.scheduler = scheduler;
        file.deleteLeftOvers();
        try {
            file.checkWritable();
        } catch (IOException e) {
            log.warn("The settings cannot be written to {}", file.path(), e);
            trouble = notSaved(e);
        }
        try {
            texts.putAll(read("the defaults are used").texts);
        } catch (IOException e) {
            log.warn("The settings in {} could not be read; starting with the defaults", file.path(), e);
            messages.add("The settings could not be read; the defaults are used. " + DiskReasons.of(e) + " "
                    + DiskReasons.remedyOfReading(e));
        }
    }

    /** Returns what the user should know about the reading, one sentence each; empty where all went well. */
    public synchronized List<String> messages() {
        return List.copyOf(messages);
    }

    /** Tells what there is to know from now on, as {@link #messages()} does of what was before; on any thread. */
    public void onMessage(Consumer<String> listener) {
        onMessage = listener;
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
                Read read = read("what is set now goes on");
                Map<String, String> all = new TreeMap<>(read.texts);
                if (read.setAside) {
                    synchronized (this) {
                        all.putAll(texts);
                    }
                }
                toWrite.forEach((key, text) -> {
                    if (text == null) {
                        all.remove(key);
                    } else {
                        all.put(key, text);
                    }
                });
                ObjectNode root = read.root.put("version", VersionedFile.VERSION);
                ObjectNode settings = root.putObject("settings");
                all.forEach(settings::put);
                content.write(root);
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

    /**
     * Returns what the file says, and sets it aside where it cannot be understood.
     *
     * @param instead what is the case then, part of a sentence
     */
    private Read read(String instead) throws IOException {
        try {
            ObjectNode root = content.read();
            return new Read(root, texts(root), false);
        } catch (Unusable unusable) {
            log.warn("The settings in {} {}", file.path(), unusable.words());
            Path aside = file.setAside(unusable.word());
            String message = "The settings in " + file.path() + " " + unusable.words() + ". They were set aside as "
                    + aside + "; " + instead + ".";
            synchronized (this) {
                messages.add(message);
            }
            onMessage.accept(message);
            return new Read(JsonNodeFactory.instance.objectNode(), Map.of(), true);
        }
    }

    private static Map<String, String> texts(ObjectNode root) throws Unusable {
        JsonNode settings = root.has("settings") ? root.get("settings") : JsonNodeFactory.instance.objectNode();
        if (!settings.isObject()) {
            throw new Unusable(Unusable.DAMAGED, "'settings' is not an object");
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> setting : settings.properties()) {
            if (!setting.getValue().isTextual()) {
                throw new Unusable(Unusable.DAMAGED, "the setting '" + setting.getKey() + "' is not a text");
            }
            texts.put(setting.getKey(), setting.getValue().textValue());
        }
        return texts;
    }

    /**
     * What the file says.
     *
     * @param root the whole, with what this version does not know
     * @param setAside whether it was something else, which lies beside now
     */
    private record Read(ObjectNode root, Map<String, String> texts, boolean setAside) {}
}
