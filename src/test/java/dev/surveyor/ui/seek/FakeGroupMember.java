package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.group.GroupMember;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A member that can only leave. */
final class FakeGroupMember implements GroupMember {

    private final String clientId;
    private final Runnable onLeave;

    FakeGroupMember(String clientId, Runnable onLeave) {
        this.clientId = clientId;
        this.onLeave = onLeave;
    }

    @Override
    public MemberStatus status() {
        return new MemberStatus(
                MemberSettings.of("billing"),
                clientId,
                clientId + "-id",
                1,
                MemberStatus.Phase.RUNNING,
                List.of(),
                0,
                null);
    }

    @Override
    public CompletableFuture<Void> leave() {
        onLeave.run();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> vanish() {
        return leave();
    }

    @Override
    public void processingDelay(Duration delay) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void stopPolling() {}

    @Override
    public void close() {
        var unused = leave();
    }
}
