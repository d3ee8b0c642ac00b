package dev.surveyor.service.group;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A member that notes what it is told, and obeys at once. It keeps the promises of {@link GroupMemberContract}. */
public final class FakeGroupMember implements GroupMember {

    public final MemberSettings settings;
    public final String clientId;
    public final List<String> topics;

    /** What it was told, in order. */
    public final List<String> told = new ArrayList<>();

    public long processed;
    public @Nullable BrokerFailure failure;

    /** Called when it leaves. */
    public Runnable onLeave = () -> {};

    private Phase phase = Phase.RUNNING;

    public FakeGroupMember(MemberSettings settings, String clientId, List<String> topics) {
        this.settings = settings;
        this.clientId = clientId;
        this.topics = topics;
    }

    /** Is in this phase from now on, as if something had happened to it. */
    public void be(Phase now) {
        phase = now;
    }

    @Override
    public MemberStatus status() {
        return new MemberStatus(settings, clientId, clientId + "-id", 1, phase, List.of(), processed, failure);
    }

    @Override
    public void processingDelay(Duration delay) {
        told.add("delay " + delay.toMillis());
    }

    @Override
    public void pause() {
        obey("pause", Phase.PAUSED);
    }

    @Override
    public void resume() {
        obey("resume", Phase.RUNNING);
    }

    @Override
    public void stopPolling() {
        obey("stop polling", Phase.NOT_POLLING);
    }

    @Override
    public CompletableFuture<Void> leave() {
        if (obey("leave", Phase.LEFT)) {
            onLeave.run();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> vanish() {
        obey("vanish", Phase.VANISHED);
        return CompletableFuture.completedFuture(null);
    }

    /** Returns whether it could still obey: what has ended stays so. */
    private boolean obey(String order, Phase then) {
        told.add(order);
        boolean ended = phase == Phase.LEFT || phase == Phase.VANISHED || phase == Phase.FAILED;
        if (!ended) {
            phase = then;
        }
        return !ended;
    }

    @Override
    public void close() {
        var unused = leave();
    }
}
