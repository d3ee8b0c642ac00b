package dev.surveyor.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import java.util.Optional;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupTypesTest {

    /** What {@code ListGroups} of brokers before 3.8 has, in its version 4. */
    @Test
    void a_group_of_brokers_that_know_no_types_is_classic() {
        GroupListing old = new GroupListing("billing", Optional.empty(), "consumer", Optional.of(GroupState.STABLE));
        GroupSummary group = GroupQuery.listed(old, "");
        assertThat(group.type()).isEqualTo(GroupType.CLASSIC);
        assertThat(group.typeText()).isEqualTo("classic");
        assertThat(group.state()).isEqualTo("Stable");
    }

    /** Brokers before 2.6 do not tell the state in a list. */
    @Test
    void a_state_that_nobody_tells_is_not_made_up() {
        GroupListing old = new GroupListing("billing", Optional.empty(), "consumer", Optional.empty());
        assertThat(GroupQuery.listed(old, "").state()).isEmpty();
    }

    @Test
    void a_classic_group_of_others_than_consumers_says_whose_it_is() {
        GroupListing workers = new GroupListing(
                "connect-a",
                Optional.of(org.apache.kafka.common.GroupType.CLASSIC),
                "connect",
                Optional.of(GroupState.STABLE));
        assertThat(GroupQuery.listed(workers, "").typeText()).isEqualTo("classic (connect)");
    }

    @ParameterizedTest
    @EnumSource(org.apache.kafka.common.GroupType.class)
    void every_type_of_the_client_is_known_by_its_own_name(org.apache.kafka.common.GroupType type) {
        assertThat(GroupTypes.of(type)).hasToString(type.toString().toLowerCase(java.util.Locale.ROOT));
    }
}
