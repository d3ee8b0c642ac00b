package dev.surveyor.ui.groups;

import dev.surveyor.domain.failure.BrokerFailure;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The failure that is on the screen: the latest one, until a person dismisses it or, where the coordinator did not
 * answer, until it does. For the JavaFX thread only.
 */
final class GroupFailure {

    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private @Nullable BrokerFailure dismissed;
    private @Nullable BrokerFailure unanswered;

    ReadOnlyObjectProperty<@Nullable BrokerFailure> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the failure, unless it is the one that was dismissed last. */
    void fail(BrokerFailure latest) {
        if (!latest.equals(dismissed)) {
            shown.set(latest);
        }
    }

    /** Shows why the coordinator did not answer. */
    void unanswered(BrokerFailure why) {
        unanswered = why;
        fail(why);
    }

    /** Takes off the screen why the coordinator did not answer. */
    void answered() {
        if (unanswered != null && unanswered.equals(shown.get())) {
            shown.set(null);
        }
        unanswered = null;
    }

    /** Takes the failure off the screen until there is another. */
    void dismiss() {
        dismissed = shown.get();
        shown.set(null);
    }
}
