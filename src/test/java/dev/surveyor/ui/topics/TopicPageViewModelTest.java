package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.TopicGroupReader;
import dev.surveyor.service.group.TopicGroupRow;
import dev.surveyor.ui.testing.DirectUiExecutor;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopicPageViewModelTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);

    private final FakeTopicsCluster cluster = new FakeTopicsCluster("sandbox");
    private final TopicPageViewModel model = new TopicPageViewModel(cluster, "orders", new DirectUiExecutor());

    static TopicDetail orders() {
        return new TopicDetail(
                "orders",
                false,
                List.of(
                        new PartitionDetail(
                                P0,
                                OptionalInt.of(1),
                                List.of(1, 2),
                                List.of(1),
                                OptionalLong.of(10),
                                OptionalLong.of(48_210),
                                OptionalLong.of(48_200)),
                        new PartitionDetail(
                                P1,
                                OptionalInt.empty(),
                                List.of(1),
                                List.of(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty())),
                List.of(
                        new ConfigEntry("cleanup.policy", "delete", true, "DEFAULT_CONFIG"),
                        new ConfigEntry("retention.ms", "3600000", false, "DYNAMIC_TOPIC_CONFIG")));
    }

    static GroupDetail group(String id, Map<PartitionId, Long> committed, List<PartitionId> owned) {
        return new GroupDetail(
                id,
                GroupType.CONSUMER,
                "Stable",
                "uniform",
                OptionalInt.of(3),
                List.of(new GroupDetail.Member("m-1", "c-1", "/127.0.0.1", OptionalInt.of(3), owned)),
                committed);
    }

    private void fill() {
        put(group("billing", Map.of(P0, 48_000L), List.of(P0)));
        put(group("elsewhere", Map.of(new PartitionId("audit", 0), 5L), List.of()));
    }

    private void put(GroupDetail group) {
        cluster.groups.add(FakeTopicsCluster.group(group.id(), "Stable", -1));
        cluster.groupDetails.put(group.id(), group);
    }

    @Test
    void only_groups_that_read_the_topic_are_listed_with_their_lag() {
        fill();
        model.refresh();
        assertThat(model.loadingProperty().get()).isTrue();
        cluster.details.get(0).complete(orders());
        assertThat(model.loadingProperty().get()).isFalse();
        assertThat(model.groupsProperty().get())
                .containsExactly(
                        new TopicGroupRow("billing", "consumer", "Stable", 1, 1, new GroupLag(210, 1, List.of())));
    }

    @Test
    void a_lag_says_of_how_many_partitions_the_end_is_not_known() {
        put(group("billing", Map.of(P0, 48_000L, P1, 4L), List.of(P0)));
        model.refresh();
        cluster.details.get(0).complete(orders());
        assertThat(model.groupsProperty().get()).singleElement().satisfies(row -> {
            assertThat(row.lag().records()).isEqualTo(210);
            assertThat(row.lag().uncounted())
                    .extracting(PartitionTrouble::partition)
                    .containsExactly(P1);
        });
    }

    @Test
    void what_is_committed_after_the_ends_were_read_is_measured_at_later_ends() {
        put(group("billing", Map.of(P0, 48_300L), List.of(P0)));
        cluster.ends.put(P0, 48_400L);
        assertThat(lags()).containsExactly(new GroupLag(100, 1, List.of()));
    }

    @Test
    void a_group_beyond_the_end_is_said_to_stand_there() {
        put(group("billing", Map.of(P0, 48_300L), List.of(P0)));
        cluster.ends.put(P0, 48_210L);
        assertThat(lags()).containsExactly(new GroupLag(0, 1, List.of(), List.of(P0)));
    }

    private List<GroupLag> lags() {
        model.refresh();
        cluster.details.get(0).complete(orders());
        return model.groupsProperty().get().stream().map(TopicGroupRow::lag).toList();
    }

    @Test
    void settings_that_somebody_has_set_come_first() {
        model.refresh();
        cluster.details.get(0).complete(orders());
        assertThat(model.config()).extracting(ConfigEntry::name).containsExactly("retention.ms", "cleanup.policy");
    }

    @Test
    void a_failure_keeps_what_was_read_and_another_try_clears_it() {
        BrokerFailure failure = new BrokerFailure(
                "orders cannot be described.", "", List.of("Ask for the right"), "", BrokerFailure.Kind.FATAL);
        model.refresh();
        cluster.details.get(0).complete(orders());
        model.refresh();
        cluster.details.get(1).completeExceptionally(new BrokerFailureException(failure, null));
        assertThat(model.failureProperty().get()).isEqualTo(failure);
        assertThat(model.detailProperty().get()).isEqualTo(orders());
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void a_group_that_cannot_be_read_is_a_row_with_the_reason() {
        put(group("billing", Map.of(P0, 48_000L), List.of(P0)));
        cluster.groups.add(FakeTopicsCluster.group("secret", "Stable", -1));
        model.refresh();
        cluster.details.get(0).complete(orders());
        cluster.groupQuestions
                .get(1)
                .completeExceptionally(new BrokerFailureException(
                        new BrokerFailure(
                                "Group secret cannot be described.",
                                "You have no right to it.",
                                List.of("Ask for the right"),
                                "",
                                BrokerFailure.Kind.FATAL),
                        null));
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.groupsProperty().get())
                .extracting(TopicGroupRow::id, TopicGroupRow::problem)
                .containsExactly(
                        tuple("billing", ""),
                        tuple("secret", "Group secret cannot be described. You have no right to it."));
    }

    @Test
    void only_a_few_groups_are_asked_for_at_a_time_and_none_after_cancel() {
        for (int i = 0; i < 30; i++) {
            cluster.groups.add(FakeTopicsCluster.group("g" + i, "Stable", -1));
        }
        model.refresh();
        cluster.details.get(0).complete(orders());
        assertThat(cluster.groupQuestions).hasSize(TopicGroupReader.AT_ONCE);
        cluster.groupQuestions.get(3).complete(group("g3", Map.of(), List.of()));
        assertThat(cluster.groupQuestions).hasSize(TopicGroupReader.AT_ONCE + 1);
        model.cancel();
        cluster.groupQuestions.get(4).complete(group("g4", Map.of(), List.of()));
        assertThat(cluster.groupQuestions).hasSize(TopicGroupReader.AT_ONCE + 1);
    }

    @Test
    void a_late_answer_of_a_reading_that_was_given_up_changes_nothing() {
        model.refresh();
        model.cancel();
        assertThat(cluster.details.get(0)).isCancelled();
        assertThat(model.loadingProperty().get()).isFalse();
        assertThat(model.failureProperty().get()).isNull();
    }
}
