package dev.surveyor.service.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitWordsTest {

    @ParameterizedTest
    @CsvSource({
        "OFF, never, Never commit, never commits",
        "MANUAL, by hand, Commit by hand, commits by hand",
        "AUTO, every 5 s, Commit automatically, commits automatically",
        "EACH_BATCH, after each batch, Commit after each batch, commits after each batch"
    })
    void a_policy_has_the_same_words_where_it_is_chosen_and_where_it_is_told(
            CommitPolicy policy, String when, String order, String practice) {
        assertThat(CommitWords.of(policy)).isEqualTo(new CommitWords(when, order, practice));
        ConsumerMode member = new ConsumerMode.GroupMember(MemberSettings.of("billing", policy));
        assertThat(ConsumeChoice.DEFAULT.with(member).modeText()).isEqualTo("Member of billing · " + practice);
    }
}
