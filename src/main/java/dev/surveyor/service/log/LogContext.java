package dev.surveyor.service.log;

/** What a line of a client's log is about, by the names that librdkafka has for its debug contexts. */
public enum LogContext {
    BROKER("broker", "connections to brokers"),
    METADATA("metadata", "topics, partitions and leaders as the client learns them"),
    SECURITY("security", "TLS and SASL"),
    MSG("msg", "records on their way to the brokers"),
    EOS("eos", "idempotence and transactions"),
    CGRP("cgrp", "membership in a group, heartbeats, rebalances, commits"),
    ASSIGNOR("assignor", "how partitions are spread"),
    FETCH("fetch", "fetching records and looking up offsets"),
    CONSUMER("consumer", "the consumer itself and its positions"),
    ADMIN("admin", "questions about the cluster"),
    CONF("conf", "properties and versions, as each client starts"),
    INTERCEPTOR("interceptor", "interceptors"),
    TELEMETRY("telemetry", "figures that a broker asks for"),
    GENERIC("generic", "everything else");

    private final String text;
    private final String about;

    LogContext(String text, String about) {
        this.text = text;
        this.about = about;
    }

    /**
     * Returns how much of it is logged where nobody chose: each client that starts lists some two hundred properties,
     * so that of these only the warnings are.
     */
    public LogLevel normal() {
        return this == CONF ? LogLevel.WARN : LogLevel.INFO;
    }

    /** Returns what its lines are about, a few words. */
    public String about() {
        return about;
    }

    /** Returns the name, as it stands in the tag of a line. */
    @Override
    public String toString() {
        return text;
    }
}
