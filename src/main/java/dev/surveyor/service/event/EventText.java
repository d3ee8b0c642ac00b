package dev.surveyor.service.event;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.produce.DeliveryState;
import java.util.Locale;

/** The words for an event: its kind, its line. */
public final class EventText {

    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int INFORMATION = 6;

    /** How bad an event is. */
    public enum Severity {
        NONE,
        WARN,
        BAD
    }

    private EventText() {}

    /** Returns one or two words for the kind of the event. */
    public static String kind(ClientEvent event) {
        if (event instanceof ClientEvent.Delivered delivered) {
            DeliveryState state = delivered.delivery().state();
            if (state instanceof DeliveryState.Unanswered) {
                return "sent";
            }
            return state instanceof DeliveryState.Acknowledged ? "delivered" : "not delivered";
        }
        if (event instanceof ClientEvent.PartitionsAssigned) {
            return "assigned";
        }
        if (event instanceof ClientEvent.PartitionsRevoked) {
            return "revoked";
        }
        if (event instanceof ClientEvent.PartitionsLost) {
            return "lost";
        }
        if (event instanceof ClientEvent.MemberChanged changed) {
            return changed.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (event instanceof ClientEvent.OffsetsCommitted committed) {
            return committed.error() == null ? "committed" : "commit failed";
        }
        if (event instanceof ClientEvent.PartitionEnd) {
            return "end reached";
        }
        if (event instanceof ClientEvent.Sought) {
            return "sought";
        }
        if (event instanceof ClientEvent.ReadTimedOut) {
            return "timed out";
        }
        if (event instanceof ClientEvent.Statistics) {
            return "statistics";
        }
        if (event instanceof ClientEvent.ClientError error) {
            return error.fatal() ? "fatal error" : "error";
        }
        return "log";
    }

    /** Returns how bad it is. */
    public static Severity severity(ClientEvent event) {
        if (event instanceof ClientEvent.LogLine line) {
            return line.level() <= ERROR ? Severity.BAD : line.level() == WARNING ? Severity.WARN : Severity.NONE;
        }
        boolean bad = event instanceof ClientEvent.ClientError
                || (event instanceof ClientEvent.Delivered delivered
                        && delivered.delivery().state() instanceof DeliveryState.Failed)
                || (event instanceof ClientEvent.OffsetsCommitted committed && committed.error() != null);
        if (bad) {
            return Severity.BAD;
        }
        boolean warn = event instanceof ClientEvent.PartitionsLost
                || (event instanceof ClientEvent.MemberChanged changed
                        && changed.kind() != ClientEvent.MemberChanged.Kind.JOINED
                        && changed.kind() != ClientEvent.MemberChanged.Kind.LEFT);
        return warn ? Severity.WARN : Severity.NONE;
    }

    /** Returns the level of a line of a log as a word; empty for other events. */
    public static String level(ClientEvent event) {
        if (!(event instanceof ClientEvent.LogLine line)) {
            return "";
        }
        return line.level() <= ERROR
                ? "ERROR"
                : line.level() == WARNING ? "WARN" : line.level() <= INFORMATION ? "INFO" : "DEBUG";
    }

    /** Returns the context of a line of a log; empty for other events. */
    public static String tag(ClientEvent event) {
        return event instanceof ClientEvent.LogLine line ? line.tag() : "";
    }

    /** Returns the message of a line of a log, else the text of the event. */
    public static String message(ClientEvent event) {
        return event instanceof ClientEvent.LogLine line ? line.message() : event.text();
    }

    /**
     * Returns the event for a clipboard: time in UTC, client, kind and text, parted by tabs; a line of a log in the
     * form of the Go client.
     */
    public static String line(ClientEvent event) {
        if (event instanceof ClientEvent.LogLine) {
            return event.text();
        }
        return event.at() + "\t" + event.client() + "\t" + kind(event) + "\t" + event.text();
    }

    /** Returns whether the wanted text, in lower case, is in what the list shows of the event. */
    public static boolean matches(ClientEvent event, String wanted) {
        return wanted.isEmpty()
                || (event.client() + " " + kind(event) + " " + event.text())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
