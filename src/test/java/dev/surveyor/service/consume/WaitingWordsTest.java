package dev.surveyor.service.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WaitingWordsTest {

    private static final ConsumeChoice NEW = ConsumeChoice.DEFAULT;
    private static final ConsumeChoice LAST = NEW.with(new StartPosition.LastRecords(100));

    @Test
    void a_reader_without_a_group_has_joined_nothing() {
        for (ConsumeChoice choice : List.of(NEW, LAST, NEW.with(new StartPosition.Beginning()))) {
            for (PartitionPosition place : List.of(place(0, 0, 0), place(0, 202, 202), place(0, 202, 5))) {
                assertThat(WaitingWords.what(choice, List.of(place), false)).doesNotContainIgnoringCase("join");
                assertThat(WaitingWords.what(choice, List.of(), false)).doesNotContainIgnoringCase("join");
            }
        }
    }

    @Test
    void an_empty_topic_and_one_whose_records_are_not_shown_are_told_apart() {
        assertThat(WaitingWords.what(LAST, List.of(place(7, 7, 7)), false))
                .isEqualTo("The topic is empty. Waiting for the first record");
        assertThat(WaitingWords.what(LAST, List.of(place(0, 202, 202), place(0, 0, 0)), false))
                .isEqualTo("Read to the end: no record is here. Waiting for the next one");
        assertThat(WaitingWords.why(LAST, List.of(place(0, 202, 202))))
                .isEqualTo("Compaction, transaction markers or aborted records left these offsets empty."
                        + " End offsets: P0 202");
        assertThat(WaitingWords.what(NEW, List.of(place(0, 202, 202)), false)).isEqualTo("Waiting for new records");
        assertThat(WaitingWords.why(NEW, List.of(place(0, 202, 202))))
                .isEqualTo("What is older is kept: choose Last 100 or Beginning to see it. End offsets: P0 202");
    }

    @Test
    void a_topic_is_not_called_empty_while_one_of_its_partitions_tells_nothing() {
        PartitionId id = new PartitionId("orders", 2);
        PartitionPosition untold = PartitionPosition.of(
                id, KnownOffsets.of(Map.of()), KnownOffsets.of(Map.of()), OptionalLong.empty(), OptionalLong.empty());
        assertThat(WaitingWords.what(LAST, List.of(place(0, 0, 0), untold), false))
                .isEqualTo("The partitions that can be read are empty. Waiting for the first record");
        assertThat(WaitingWords.what(LAST, List.of(place(0, 202, 202), untold), false))
                .isEqualTo("Read to the end of the partitions that can be read: no record is here."
                        + " Waiting for the next one");
        assertThat(WaitingWords.what(LAST, List.of(untold), false))
                .isEqualTo("Nothing can be read now. Waiting for its partition");
        assertThat(WaitingWords.what(LAST, List.of(untold, untold), false))
                .isEqualTo("Nothing can be read now. Waiting for a partition");
    }

    @Test
    void a_member_waits_for_its_partitions() {
        ConsumeChoice member = NEW.with(new ConsumerMode.GroupMember(MemberSettings.of("billing")));
        assertThat(WaitingWords.what(member, List.of(place(0, 202, 202)), false))
                .isEqualTo("Member of billing. Waiting for the first record of its partitions");
    }

    private static PartitionPosition place(long begin, long end, long position) {
        return new PartitionPosition(
                new PartitionId("orders", 0), begin, end, OptionalLong.of(position), OptionalLong.empty());
    }
}
