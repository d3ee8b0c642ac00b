package dev.surveyor.ui.topics;

import static dev.surveyor.ui.topics.FakeTopicsCluster.group;
import static dev.surveyor.ui.topics.FakeTopicsCluster.overview;
import static dev.surveyor.ui.topics.FakeTopicsCluster.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SidebarViewModelTest {

    private static final BrokerFailure GONE = new BrokerFailure(
            "sandbox: no broker answers.", "", List.of("Start it again"), "", BrokerFailure.Kind.RETRIABLE);

    private final ManualPulse pulse = new ManualPulse();
    private final ManualClock clock = new ManualClock("2026-11-22T09:00:00Z");
    private final FakeTopicsCluster cluster = new FakeTopicsCluster("sandbox");
    private final SidebarViewModel model = new SidebarViewModel(new DirectUiExecutor(), pulse, clock);

    @Test
    void the_state_of_a_group_is_written_in_words() {
        cluster.groups.add(group("billing", "PreparingRebalance", -1));
        model.addSession(cluster.session);
        cluster.answer(overview(List.of(), List.of(group("billing", "PreparingRebalance", -1))));
        assertThat(texts()).contains("billing preparing rebalance");
    }

    @Test
    void a_connection_shows_topics_groups_and_brokers_with_counts() {
        cluster.groups.add(group("billing", "Stable", 122));
        model.addSession(cluster.session);
        cluster.answer(overview(
                List.of(topic("audit", 1), topic("orders", 6)),
                List.of(group("billing", "Stable", -1), group("reporting", "Empty", -1))));
        assertThat(texts())
                .containsExactly(
                        "sandbox 3\u00a0ms",
                        "Topics 2",
                        "audit 1 p",
                        "orders 6 p",
                        "Groups 2",
                        "billing lag 122",
                        "reporting empty",
                        "Brokers 1",
                        "1 · 127.0.0.1:41092");
    }

    @Test
    void internal_topics_are_shown_on_demand() {
        model.addSession(cluster.session);
        cluster.answer(overview(List.of(topic("__consumer_offsets", 50), topic("orders", 6)), List.of()));
        assertThat(texts()).contains("Topics 1").doesNotContain("__consumer_offsets 50 p");
        model.internalShownProperty().set(true);
        assertThat(texts()).contains("Topics 2", "__consumer_offsets 50 p");
    }

    @Test
    void a_filter_keeps_the_parents_of_what_matches() {
        model.addSession(cluster.session);
        cluster.answer(
                overview(List.of(topic("audit", 1), topic("orders", 6)), List.of(group("billing", "Empty", -1))));
        model.filterProperty().set("ORD");
        assertThat(texts()).containsExactly("sandbox 3\u00a0ms", "Topics 1", "orders 6 p");
    }

    @Test
    void skeleton_rows_come_after_300_ms_and_can_be_cancelled() {
        model.addSession(cluster.session);
        pulse.tick();
        assertThat(texts()).containsExactly("sandbox 3\u00a0ms");
        clock.forward(Duration.ofMillis(1_300));
        pulse.tick();
        assertThat(texts()).contains("Reading metadata… 1\u00a0s", "…");
        model.cancel("sandbox");
        assertThat(texts()).containsExactly("sandbox 3\u00a0ms", "Not read. F5 reads it.");
        assertThat(cluster.overviews.get(0)).isCancelled();
        model.refresh();
        cluster.answer(overview(List.of(topic("orders", 6)), List.of()));
        assertThat(texts()).contains("orders 6 p");
    }

    @Test
    void it_reads_again_every_five_seconds_but_not_while_an_answer_is_out() {
        model.addSession(cluster.session);
        clock.forward(SidebarViewModel.REFRESH_EVERY);
        pulse.tick();
        assertThat(cluster.overviews).hasSize(1);
        cluster.answer(overview(List.of(), List.of()));
        pulse.tick();
        assertThat(cluster.overviews).hasSize(2);
    }

    @Test
    void a_failure_says_what_to_do_and_keeps_the_rows() {
        model.addSession(cluster.session);
        cluster.answer(overview(List.of(topic("orders", 6)), List.of()));
        model.refresh();
        cluster.overviews.get(1).completeExceptionally(new BrokerFailureException(GONE, null));
        assertThat(model.noticesProperty().get()).containsExactly(new SidebarViewModel.Notice("sandbox", GONE));
        assertThat(texts()).contains("orders 6 p");
        model.retry("sandbox");
        cluster.answer(overview(List.of(topic("orders", 6)), List.of()));
        assertThat(model.noticesProperty().get()).isEmpty();
    }

    @Test
    void groups_of_a_cluster_that_is_away_are_unknown_never_zero() {
        cluster.groups.add(group("billing", "Stable", 0));
        model.addSession(cluster.session);
        cluster.answer(overview(List.of(), List.of(group("billing", "Stable", -1))));
        cluster.session.health(new ConnectionHealth.Reconnecting(GONE, 3, clock.instant(), clock.instant()));
        assertThat(texts()).contains("sandbox offline", "billing unknown");
        cluster.session.health(new ConnectionHealth.Connected(Duration.ofMillis(4), "cluster", null));
        assertThat(cluster.overviews).as("read again when it came back").hasSize(2);
    }

    @Test
    void a_removed_connection_leaves_nothing_behind() {
        model.addSession(cluster.session);
        model.removeSession("sandbox");
        assertThat(texts()).isEmpty();
        assertThat(cluster.overviews.get(0)).isCancelled();
        model.close();
        assertThat(pulse.listeners()).isZero();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        model.rowsProperty().get().forEach(node -> collect(node, texts));
        return texts;
    }

    private static void collect(SidebarNode node, List<String> texts) {
        texts.add(text(node.row()));
        node.children().forEach(child -> collect(child, texts));
    }

    private static String text(SidebarRow row) {
        if (row instanceof SidebarRow.Connection it) {
            return it.name() + " " + it.state();
        } else if (row instanceof SidebarRow.Section it) {
            return it.kind().words() + " " + it.count();
        } else if (row instanceof SidebarRow.Topic it) {
            return it.name() + " " + it.partitions() + " p";
        } else if (row instanceof SidebarRow.Group it) {
            return it.id() + " " + it.state();
        } else if (row instanceof SidebarRow.Broker it) {
            return it.name();
        } else if (row instanceof SidebarRow.Loading it) {
            return it.text();
        } else if (row instanceof SidebarRow.Note it) {
            return it.text();
        }
        return "…";
    }
}
