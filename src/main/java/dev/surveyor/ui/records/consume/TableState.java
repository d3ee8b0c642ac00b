package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.ui.page.Page.Mark;

/** What a table is doing, one word each. */
public enum TableState {
    IDLE("Idle", Mark.NONE, "muted"),
    CONNECTING("Connecting", Mark.BUSY, "warn"),
    LIVE("Live", Mark.LIVE, "ok"),
    BROWSING("Browsing", Mark.LIVE, "accent"),
    WAITING("Waiting", Mark.BUSY, "warn"),
    PAUSED_BY_USER("Paused by you", Mark.PAUSED, "warn"),
    PAUSED_BUFFER("Paused: buffer", Mark.PAUSED, "warn"),
    REBALANCING("Rebalancing", Mark.BUSY, "warn"),
    RECONNECTING("Reconnecting", Mark.FAILED, "danger"),
    STOPPED("Stopped", Mark.NONE, "muted"),
    FAILED("Failed", Mark.FAILED, "danger");

    private final String word;
    private final Mark mark;
    private final String tone;

    TableState(String word, Mark mark, String tone) {
        this.word = word;
        this.mark = mark;
        this.tone = tone;
    }

    /** Returns the state of a table with that consumer; one whose partitions give nothing now is not live. */
    public static TableState of(ConsumeStatus status, boolean following) {
        return switch (status.phase()) {
            case CONNECTING -> CONNECTING;
            case RUNNING -> status.givesNothing() ? WAITING : following ? LIVE : BROWSING;
            case PAUSED_BY_USER -> PAUSED_BY_USER;
            case PAUSED_BY_BUFFER -> PAUSED_BUFFER;
            case REBALANCING -> REBALANCING;
            case RECONNECTING -> RECONNECTING;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
        };
    }

    public String word() {
        return word;
    }

    public Mark mark() {
        return mark;
    }

    /** Returns the style class of its colour: ok, accent, warn, danger or muted. */
    public String tone() {
        return tone;
    }

    /** Returns whether a consumer is at work, or trying to be. */
    public boolean running() {
        return this != IDLE && this != STOPPED && this != FAILED;
    }

    public boolean paused() {
        return this == PAUSED_BY_USER || this == PAUSED_BUFFER;
    }
}
