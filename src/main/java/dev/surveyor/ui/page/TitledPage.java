package dev.surveyor.ui.page;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** A page that sets its title and the dot in front of it by itself. For the JavaFX thread only. */
public abstract class TitledPage implements Page {

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.NONE);

    /** Makes a page whose title stays. */
    protected TitledPage(String title) {
        this.title.set(title);
    }

    /** Makes a page without a title; {@link #follow} gives it one. */
    protected TitledPage() {}

    /** Has the title follow a text. */
    protected final void follow(ObservableValue<String> text) {
        title.bind(text);
    }

    /** Changes the dot in front of the title. */
    protected final void mark(Mark now) {
        mark.set(now);
    }

    @Override
    public final ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }
}
