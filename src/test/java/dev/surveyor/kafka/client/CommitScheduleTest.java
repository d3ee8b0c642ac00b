package dev.surveyor.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommitScheduleTest {

    private long now = 7;

    @Test
    void each_batch_commits_after_every_poll_however_soon_it_comes() {
        CommitSchedule schedule = schedule(CommitPolicy.EACH_BATCH);
        assertThat(schedule.afterBatch()).isTrue();
        assertThat(schedule.afterBatch()).isTrue();
        forward(60);
        assertThat(schedule.due(true)).isFalse();
    }

    @Test
    void automatic_commits_wait_five_seconds_and_for_something_to_commit() {
        CommitSchedule schedule = schedule(CommitPolicy.AUTO);
        assertThat(schedule.afterBatch()).isFalse();
        assertThat(schedule.due(true)).isFalse();
        forward(5);
        assertThat(schedule.due(false)).isFalse();
        assertThat(schedule.due(true)).isTrue();
        assertThat(schedule.due(true)).isFalse();
        forward(5);
        assertThat(schedule.due(true)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF", "MANUAL"})
    void others_never_commit_by_themselves(CommitPolicy policy) {
        CommitSchedule schedule = schedule(policy);
        forward(60);
        assertThat(schedule.afterBatch()).isFalse();
        assertThat(schedule.due(true)).isFalse();
        assertThat(schedule.beforeRevoke(true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "EACH_BATCH"})
    void those_that_commit_do_so_before_partitions_go_unless_they_are_not_to(CommitPolicy policy) {
        assertThat(schedule(policy).beforeRevoke(true)).isTrue();
        assertThat(schedule(policy).beforeRevoke(false)).isFalse();
    }

    @Test
    void another_policy_counts_from_the_next_question_on() {
        CommitSchedule schedule = schedule(CommitPolicy.OFF);
        schedule.by(CommitPolicy.EACH_BATCH);
        assertThat(schedule.afterBatch()).isTrue();
        schedule.by(CommitPolicy.OFF);
        assertThat(schedule.afterBatch()).isFalse();
    }

    private CommitSchedule schedule(CommitPolicy policy) {
        return new CommitSchedule(policy, () -> now);
    }

    private void forward(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
