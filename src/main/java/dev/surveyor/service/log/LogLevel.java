package dev.surveyor.service.log;

/** How much is logged, from least to most. */
public enum LogLevel {
    ERROR(3),
    WARN(4),
    INFO(6),
    DEBUG(7),
    TRACE(7);

    private final int syslog;

    LogLevel(int syslog) {
        this.syslog = syslog;
    }

    /** Returns the number that syslog has for it; lower is worse. */
    public int syslog() {
        return syslog;
    }
}
