package dev.surveyor.ui.records.rows;

import dev.surveyor.ui.fx.Pulse;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at a table with each tick of the pulse, until nothing can change any more. For the JavaFX thread only. */
public final class TableTicks {

    private final Pulse pulse;
    private final BooleanSupplier rests;
    private BooleanSupplier look = () -> true;
    private @Nullable Runnable end;
    private boolean closed;

    /**
     * @param rests whether a tick may be left out
     */
    public TableTicks(Pulse pulse, BooleanSupplier rests) {
        this.pulse = pulse;
        this.rests = rests;
    }

    /**
     * Looks so from now on.
     *
     * @param newLook returns whether nothing can change any more until somebody asks for it
     */
    public void serve(BooleanSupplier newLook) {
        look = newLook;
    }

    /** Looks at once, and goes on looking. */
    public void wake() {
        keep();
        look();
    }

    /** Goes on looking with the next tick. */
    public void keep() {
        if (end == null && !closed) {
            end = pulse.everyTick(this::lookUnlessResting);
        }
    }

    /** Looks never again: the rows may be those of another table now. */
    public void close() {
        closed = true;
        end();
    }

    /** Looks at once, unless nothing is looked at any more. */
    public void lookIfOpen() {
        if (end != null) {
            look();
        }
    }

    /** Looks at once. */
    public void look() {
        if (!closed && look.getAsBoolean()) {
            end();
        }
    }

    private void lookUnlessResting() {
        if (!rests.getAsBoolean()) {
            look();
        }
    }

    private void end() {
        if (end != null) {
            end.run();
            end = null;
        }
    }
}
