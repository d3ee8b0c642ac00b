package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupLagsTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);

    @Test
    void a_group_beyond_an_end_is_not_said_to_have_read_everything() {
        GroupLag only = new GroupLag(0, 1, List.of(), List.of(P1));
        assertThat(GroupLags.text(only)).isEqualTo("beyond end");
        assertThat(GroupLags.note(only))
                .isEqualTo("the group stands beyond the end of orders[1], as where a topic is made anew or its brokers"
                        + " lose records");
        assertThat(GroupLags.text(new GroupLag(6, 2, List.of(), List.of(P1)))).isEqualTo("6, beyond end");
        assertThat(GroupLags.brief(only)).isEqualTo("beyond");
        assertThat(GroupLags.worthALook(only)).isTrue();
        assertThat(GroupLags.brief(new GroupLag(6, 2, List.of(), List.of(P1)))).isEqualTo("6");
        assertThat(GroupLags.text(new GroupLag(0, 2, List.of()))).isEqualTo("0");
        assertThat(GroupLags.worthALook(new GroupLag(0, 2, List.of()))).isFalse();
        assertThat(GroupLags.note(new GroupLag(0, 2, List.of()))).isEmpty();
    }

    @Test
    void partitions_that_are_not_counted_are_named_beside_it() {
        PartitionTrouble untold = new PartitionTrouble(P0, PartitionTrouble.Kind.NO_LEADER, "has no leader");
        GroupLag lag = new GroupLag(6, 2, List.of(untold), List.of(P1));
        assertThat(GroupLags.text(lag)).isEqualTo("\u2265 6, beyond end");
        assertThat(GroupLags.note(lag)).contains("beyond the end of orders[1]").contains("not counted: orders[0]");
    }

    @Test
    void a_few_of_many_are_named() {
        List<PartitionId> many = IntStream.range(0, 50)
                .mapToObj(partition -> new PartitionId("orders", partition))
                .toList();
        assertThat(GroupLags.note(new GroupLag(0, 50, List.of(), many)))
                .contains("orders[5], \u2026")
                .doesNotContain("orders[6]");
    }
}
