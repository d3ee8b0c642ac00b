package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.produce.DeliveryState;
import java.util.Locale;

/** The words for an event: its kind, its line. */
final class EventText {

    private EventText() {}

    /** Returns one or two words for the kind of the event. */
    static String kind(ClientEvent event) {
        if (event instanceof ClientEvent.Delivered delivered) {
            return delivered.delivery().state() instanceof DeliveryState.Acknowledged ? "delivered" : "not delivered";
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

    /** Returns how bad it is, as the style class of its kind: {@code event-bad}, {@code event-warn} or nothing. */
    static String styleClass(ClientEvent event) {
        boolean bad = event instanceof ClientEvent.ClientError
                || (event instanceof ClientEvent.Delivered delivered
                        && !(delivered.delivery().state() instanceof DeliveryState.Acknowledged))
                || (event instanceof ClientEvent.OffsetsCommitted committed && committed.error() != null);
        if (bad) {
            return "event-bad";
        }
        boolean warn = event instanceof ClientEvent.PartitionsLost
                || (event instanceof ClientEvent.MemberChanged changed
                        && changed.kind() != ClientEvent.MemberChanged.Kind.JOINED
                        && changed.kind() != ClientEvent.MemberChanged.Kind.LEFT);
        return warn ? "event-warn" : "";
    }

    /** Returns the event for a clipboard: time in UTC, client, kind and text, parted by tabs. */
    static String line(ClientEvent event) {
        return event.at() + "\t" + event.client() + "\t" + kind(event) + "\t" + event.text();
    }

    /** Returns whether the wanted text, in lower case, is in what the list shows of the event. */
    static boolean matches(ClientEvent event, String wanted) {
        return wanted.isEmpty()
                || (event.client() + " " + kind(event) + " " + event.text())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
