package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link GroupMember} promises; run on the fake one and, on a broker, on the real ones. */
public abstract class GroupMemberContract {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Returns a member of a group of its own that was just started. */
    protected abstract GroupMember start() throws Exception;

    private static void await(GroupMember member, Phase phase) {
        Await.until("it is " + phase, SOON, () -> member.status().phase() == phase);
    }

    private GroupMember running() throws Exception {
        GroupMember member = start();
        await(member, Phase.RUNNING);
        return member;
    }

    @Test
    public void it_runs_by_itself_and_says_as_whom() throws Exception {
        try (GroupMember member = running()) {
            assertThat(member.status().clientId()).isNotEmpty();
            assertThat(member.status().memberId()).isNotEmpty();
            assertThat(member.status().generation()).isPositive();
            assertThat(member.status().failure()).isNull();
        }
    }

    @Test
    public void it_pauses_and_goes_on() throws Exception {
        try (GroupMember member = running()) {
            member.pause();
            await(member, Phase.PAUSED);
            member.resume();
            await(member, Phase.RUNNING);
        }
    }

    @Test
    public void it_stops_polling_until_it_is_told_to_go_on() throws Exception {
        try (GroupMember member = running()) {
            member.stopPolling();
            await(member, Phase.NOT_POLLING);
            member.resume();
            await(member, Phase.RUNNING);
        }
    }

    @Test
    public void what_has_left_stays_so_and_may_be_told_again() throws Exception {
        GroupMember member = running();
        member.leave().get(60, TimeUnit.SECONDS);
        assertThat(member.status().phase()).isEqualTo(Phase.LEFT);
        assertThat(member.status().assignment()).isEmpty();

        member.pause();
        member.resume();
        member.vanish().get(60, TimeUnit.SECONDS);
        member.leave().get(60, TimeUnit.SECONDS);
        assertThat(member.status().phase()).isEqualTo(Phase.LEFT);
    }

    @Test
    public void what_has_vanished_stays_so() throws Exception {
        GroupMember member = running();
        member.vanish().get(60, TimeUnit.SECONDS);
        assertThat(member.status().phase()).isEqualTo(Phase.VANISHED);

        member.close();
        assertThat(member.status().phase()).isEqualTo(Phase.VANISHED);
    }

    @Test
    public void closing_it_is_leaving() throws Exception {
        GroupMember member = running();
        member.close();
        await(member, Phase.LEFT);
    }
}
