package dev.surveyor.domain.consume;

/** What a consumer is doing. Whether the view follows or browses is a matter of the view. */
public enum ConsumePhase {
    CONNECTING,
    RUNNING,
    PAUSED_BY_USER,
    PAUSED_BY_BUFFER,
    REBALANCING,
    RECONNECTING,
    STOPPED,
    FAILED
}
