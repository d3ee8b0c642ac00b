package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.service.group.GroupMember;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The consumer of a table, seen as the member of a group that it is. */
final class TableMember implements GroupMember {

    private final MemberSettings settings;
    private final String clientId;
    private final PollLoop loop;

    TableMember(MemberSettings settings, String clientId, PollLoop loop) {
        this.settings = settings;
        this.clientId = clientId;
        this.loop = loop;
    }

    @Override
    public MemberStatus status() {
        ConsumeStatus status = loop.board().status();
        Phase phase = phase(status.phase());
        boolean ended = phase == Phase.LEFT || phase == Phase.VANISHED || phase == Phase.FAILED;
        return new MemberStatus(
                settings,
                clientId,
                loop.board().memberId(),
                status.generation(),
                phase,
                ended ? List.of() : status.assignment(),
                status.received(),
                status.failure());
    }

    private Phase phase(ConsumePhase phase) {
        return switch (phase) {
            case CONNECTING -> Phase.JOINING;
            case STOPPED -> loop.vanished() ? Phase.VANISHED : Phase.LEFT;
            case FAILED -> Phase.FAILED;
            case PAUSED_BY_USER, PAUSED_BY_BUFFER -> loop.pollingStopped() ? Phase.NOT_POLLING : Phase.PAUSED;
            case RUNNING, REBALANCING, RECONNECTING -> loop.pollingStopped() ? Phase.NOT_POLLING : Phase.RUNNING;
        };
    }

    @Override
    public boolean takesProcessingDelay() {
        return false;
    }

    /** A table takes records as fast as they come; its screen slows it down where it must. */
    @Override
    public void processingDelay(Duration delay) {}

    @Override
    public void pause() {
        loop.backPressure().hold(true);
    }

    @Override
    public void resume() {
        loop.pollingStopped(false);
        loop.backPressure().hold(false);
    }

    @Override
    public void stopPolling() {
        loop.pollingStopped(true);
    }

    @Override
    public CompletableFuture<Void> leave() {
        return loop.stop();
    }

    @Override
    public CompletableFuture<Void> vanish() {
        return loop.vanish();
    }

    @Override
    public void close() {
        CompletableFuture<Void> unused = leave();
    }
}
