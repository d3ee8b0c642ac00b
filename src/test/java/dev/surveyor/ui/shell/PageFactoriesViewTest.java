package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.consume.FakeConsumers;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.ExportsRecords;
import dev.surveyor.ui.page.FakeWorkbench;
import dev.surveyor.ui.page.HandsOver;
import dev.surveyor.ui.page.ImportsRecords;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageAddress.Kind;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.ShowsRecord;
import dev.surveyor.ui.page.StartsReading;
import dev.surveyor.ui.page.StartsSearch;
import dev.surveyor.ui.page.TakesRecord;
import dev.surveyor.ui.producer.FakeProducers;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real pages of all features on a connection that answers nothing: who makes them, and what each can do. */
@ExtendWith(ApplicationExtension.class)
class PageFactoriesViewTest {

    private static final Map<Kind, Set<Class<?>>> PROMISED = new EnumMap<>(Map.of(
            Kind.TOPIC,
                    Set.of(
                            ExportsRecords.class,
                            ImportsRecords.class,
                            ShowsRecord.class,
                            StartsReading.class,
                            HandsOver.class),
            Kind.TOPICS, Set.of(ShowsRecord.class, StartsReading.class, HandsOver.class),
            Kind.PRODUCER, Set.of(TakesRecord.class),
            Kind.GROUP, Set.of(),
            Kind.BROKERS, Set.of(),
            Kind.SEARCH, Set.of(ExportsRecords.class, ImportsRecords.class, StartsSearch.class)));

    private final FakeConsumers consumers = new FakeConsumers();
    private final FakeSession session = FakeSession.of("local", Environment.DEVELOPMENT)
            .with((ClusterReader) cluster())
            .with(consumers)
            .with(new FakeProducers())
            .with(new FakeSearches())
            .with(new NoMembers())
            .withStatic((groupId, instanceId) -> new CompletableFuture<>());
    private final FakeSettings settings = new FakeSettings();
    private final ManualClock clock = new ManualClock("2026-11-22T09:02:14Z");
    private final FakeWorkbench workbench = new FakeWorkbench();
    private final List<Page> made = new ArrayList<>();

    @TempDir
    private Path folder;

    private Map<Kind, PageFactory> factories;

    @Start
    void start(Stage unused) {
        new Theme().install();
        Preferences preferences = new Preferences(settings);
        factories = PageFactories.of(
                new Toolkit(
                        new FxUiExecutor(),
                        new ManualPulse(),
                        Runnable::run,
                        clock,
                        preferences.zone(),
                        new FakeDialogs(),
                        new FakeClipboards(),
                        settings),
                workbench,
                preferences,
                new Decodings(settings, SchemaSources.NONE, List.of()),
                new DragFiles(folder, Runnable::run, clock));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(() -> made.forEach(Page::close));
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_of_address_has_a_factory_whose_page_can_do_what_it_promises(Kind kind) {
        Page page = page(kind);
        assertThat(Stream.of(
                                ExportsRecords.class,
                                ImportsRecords.class,
                                ShowsRecord.class,
                                StartsReading.class,
                                HandsOver.class,
                                StartsSearch.class,
                                TakesRecord.class)
                        .filter(ability -> page.as(ability).isPresent())
                        .collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(PROMISED.get(kind));
    }

    @Test
    void export_and_import_of_a_topic_are_asked_for_in_the_window() {
        Page page = page(Kind.TOPIC);
        UiWait.runOnFx(() -> {
            page.as(ExportsRecords.class).orElseThrow().exportRecords();
            page.as(ImportsRecords.class).orElseThrow().importRecords();
        });
        assertThat(workbench.dialogs)
                .extracting(Sheet::getId)
                .containsExactly("transfer-export-dialog", "transfer-import-dialog");
    }

    @Test
    void a_producer_is_filled_with_the_record_that_it_takes() {
        Page page = page(Kind.PRODUCER);
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 7)
                .key("k-7".getBytes(StandardCharsets.UTF_8))
                .build();
        UiWait.runOnFx(() -> page.as(TakesRecord.class).orElseThrow().take(record));
        TextInputControl key = (TextInputControl)
                UiWait.onFx(() -> Objects.requireNonNull(page.content().lookup("#producer-key")));
        assertThat(UiWait.<String>onFx(key::getText)).isEqualTo("k-7");
    }

    @Test
    void a_table_begins_to_read_when_it_is_told_to() {
        Page page = page(Kind.TOPIC);
        assertThat(consumers.started).isEmpty();
        UiWait.runOnFx(() -> page.as(StartsReading.class).orElseThrow().startReading());
        assertThat(consumers.started).hasSize(1);
    }

    @Test
    void the_next_table_of_an_address_goes_on_with_what_the_one_before_left() {
        Page page = page(Kind.TOPIC);
        UiWait.runOnFx(() -> {
            page.as(StartsReading.class).orElseThrow().startReading();
            page.as(HandsOver.class).orElseThrow().handOver();
            page.close();
        });
        page(Kind.TOPIC);
        UiWait.until("the next one reads on", () -> consumers.started.size() == 2);
    }

    @Test
    void a_record_that_is_to_be_shown_brings_the_records_of_its_topic_into_sight() {
        Page page = page(Kind.TOPIC);
        ToggleButton messages = UiWait.onFx(() -> {
            ((ToggleButton) Objects.requireNonNull(page.content().lookup("#topic-tab-groups"))).setSelected(true);
            return (ToggleButton) Objects.requireNonNull(page.content().lookup("#topic-tab-messages"));
        });
        UiWait.runOnFx(() -> page.as(ShowsRecord.class)
                .orElseThrow()
                .showRecord(PartitionOffset.parse("orders[0]@7").orElseThrow()));
        assertThat(UiWait.onFx(messages::isSelected)).isTrue();
    }

    @Test
    void a_page_whose_connection_is_not_open_can_do_nothing() {
        Page page = UiWait.onFx(
                () -> new DormantPage(new PageAddress(Kind.TOPIC, "local", "orders"), "local", false, () -> {}));
        assertThat(page.as(ExportsRecords.class)).isEmpty();
    }

    private static FakeClusterReader cluster() {
        FakeClusterReader cluster = new FakeClusterReader();
        cluster.topics.put("orders", 6);
        return cluster;
    }

    /** No group has members of this program. */
    private static final class NoMembers implements GroupMembers {

        @Override
        public GroupMember start(MemberSettings settings, List<String> topics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<GroupMember> of(String groupId) {
            return List.of();
        }

        @Override
        public Runnable watch(String groupId, Duration interval) {
            return () -> {};
        }
    }

    private Page page(Kind kind) {
        PageFactory factory = Objects.requireNonNull(factories.get(kind));
        Page page = UiWait.onFx(() -> factory.make(PageAddress.of(kind, session, "orders"), session));
        made.add(page);
        return page;
    }
}
