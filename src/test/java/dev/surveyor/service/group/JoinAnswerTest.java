package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "SHARE, share, true, classic, Refusal",
        "SHARE, share, false, consumer, Refusal",
        "STREAMS, streams, true, classic, Question",
        "STREAMS, streams, true, consumer, Refusal",
        "STREAMS, streams, false, classic, Refusal",
        "CLASSIC, connect, true, classic, Question",
        "CLASSIC, connect, true, consumer, Question",
        "CLASSIC, connect, false, classic, Refusal",
        "CLASSIC, consumer, true, classic, Free",
        "CLASSIC, consumer, false, classic, Free",
        "CLASSIC, consumer, true, consumer, Question",
        "CLASSIC, consumer, false, consumer, Question",
        "CLASSIC, '', true, consumer, Free",
        "CONSUMER, consumer, true, consumer, Free",
        "CONSUMER, consumer, false, classic, Free",
        "CONSUMER, consumer, true, classic, Question",
        "UNKNOWN, '', true, classic, Refusal"
    })
    void a_group_of_another_kind_is_not_joined_without_a_word(
            GroupType type, String protocolType, boolean empty, String protocol, String answer) {
        assertThat(JoinAnswer.of("billing", type, protocolType, empty, protocol)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "SHARE, share, billing is a share group",
        "STREAMS, streams, billing is a streams group",
        "CLASSIC, connect, billing is a group of connect"
    })
    void a_refusal_says_what_the_group_is(GroupType type, String protocolType, String words) {
        assertThat(JoinAnswer.of("billing", type, protocolType, false, "classic"))
                .isInstanceOfSatisfying(JoinAnswer.Refusal.class, refusal -> assertThat(refusal.reason())
                        .startsWith(words));
    }
}
