package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of a seek, for instance members of the group; those of this app can be stopped. For the JavaFX
 * thread only.
 */
final class SeekObstacle {

    private final UiExecutor uiExecutor;
    private final ReadOnlyStringWrapper stopText = new ReadOnlyStringWrapper("");
    private String words = "";
    private String lost = "";

    SeekObstacle(UiExecutor uiExecutor) {
        this.uiExecutor = uiExecutor;
    }

    /** Returns what is in the way; empty for nothing. */
    String words() {
        return words;
    }

    /** Returns what a move loses for good; empty for nothing. */
    String lost() {
        return lost;
    }

    /** What stops the members of this app that are in the way; empty where there is none. */
    ReadOnlyStringProperty stopTextProperty() {
        return stopText.getReadOnlyProperty();
    }

    /** Knows of nothing in the way any more. */
    void forget() {
        words = "";
        lost = "";
        stopText.set("");
    }

    void learn(SeekSubject.Standing standing) {
        words = standing.obstacle();
        lost = standing.lost();
        stopText.set(standing.ownMembers() == 0 ? "" : "Stop " + Counted.word(standing.ownMembers(), "it", "them"));
    }

    /**
     * Stops the members of this app.
     *
     * @param then told when that has ended: why it failed, or null
     */
    void stopMembers(SeekSubject subject, Consumer<@Nullable Throwable> then) {
        stopText.set("");
        words = "Stopping the members of this app\u2026";
        uiExecutor.whenDone(subject.stopOwnMembers(), (stopped, thrown) -> then.accept(thrown));
    }
}
