package dev.surveyor.ui.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A page around another one, which may be of another feature: it adds something to the content, and for all that it does
 * not do itself it is the page within. Closed together with that. For the JavaFX thread only.
 */
public abstract class WrappingPage implements Page {

    private final Page within;

    protected WrappingPage(Page within) {
        this.within = within;
    }

    /** Returns the page within. */
    protected final Page within() {
        return within;
    }

    @Override
    public <A> Optional<A> as(Class<A> ability) {
        return Page.super.as(ability).or(() -> within.as(ability));
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return within.titleProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return within.markProperty();
    }

    @Override
    public @Nullable Node inspector() {
        return within.inspector();
    }

    @Override
    public List<Node> statusCounts() {
        return within.statusCounts();
    }

    @Override
    public List<Node> statusState() {
        return within.statusState();
    }

    @Override
    public List<PageCommand> commands() {
        return within.commands();
    }

    @Override
    public void focus() {
        within.focus();
    }

    @Override
    public void close() {
        within.close();
    }
}
