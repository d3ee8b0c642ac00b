package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the inspector stands on: work waits until it is told to run, and faults are thrown where they are wanted. */
final class InspectorRig {

    final Deque<Runnable> background = new ArrayDeque<>();
    /** Where a fault is thrown: decode, opaque, transaction, previous, or where a test asks. */
    final Set<String> broken = new HashSet<>();

    final FakeDialogs dialogs = new FakeDialogs();
    final FakeClipboards clipboards = new FakeClipboards();
    final List<ConsumedRecord> selection = new ArrayList<>();
    final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    final Decoding decoding = new Decodings(new FaultySettings(), SchemaSources.NONE, List.of()).of("profile");
    final InspectorTools tools;

    @Nullable
    ConsumedRecord previous;

    /** Makes it for view models alone: what is for the JavaFX thread runs at once. */
    InspectorRig() {
        this(new DirectUiExecutor());
    }

    InspectorRig(UiExecutor ui) {
        tools = new InspectorTools(
                dialogs,
                clipboards,
                ui,
                background::add,
                Clock.fixed(Instant.parse("2026-11-22T09:02:12Z"), ZoneOffset.ofHours(1)),
                new FaultySettings(),
                decoding);
    }

    @SuppressWarnings("NullAway") // misreads a nullable type argument of a record's constructor as never null
    InspectorActions actions() {
        return new InspectorActions(
                text -> {},
                null,
                null,
                (format, records) -> {},
                null,
                place -> {
                    fault("opaque");
                    return "tag-" + place.offset();
                },
                record -> {
                    fault("transaction");
                    return "committed";
                },
                record -> previousOfKey(),
                () -> List.copyOf(selection));
    }

    private @Nullable ConsumedRecord previousOfKey() {
        fault("previous");
        return previous;
    }

    /** Runs what waits, and what follows from it. */
    void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    /** Throws where that place is broken. */
    void fault(String place) {
        if (broken.contains(place)) {
            throw new IllegalStateException(place);
        }
    }

    static ConsumedRecord record(String topic, long offset, String value) {
        return ConsumedRecord.at(new PartitionId(topic, 0), offset)
                .timestamp(1_000_000_000_000L + offset, TimestampType.CREATE_TIME)
                .receivedAt(1_000_000_000_003L)
                .key("cust-1".getBytes(StandardCharsets.UTF_8))
                .value(value.getBytes(StandardCharsets.UTF_8))
                .headers(List.of(RecordHeader.text("source", "shop")))
                .build();
    }

    /** Fails where a topic's decoder is asked for, which is in the middle of decoding. */
    private final class FaultySettings implements Settings {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            if (key.startsWith("decode.")) {
                fault("decode");
            }
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String text) {
            kept.put(key, text);
        }

        @Override
        public void remove(String key) {
            kept.remove(key);
        }
    }
}
