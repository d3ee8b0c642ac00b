package dev.surveyor.ui.page;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A page with a title, a dot and nothing in it, which knows whether it was closed. */
public final class FakePage implements Page {

    private final String name;
    private final Mark mark;
    public boolean closed;

    public FakePage(String name, Mark mark) {
        this.name = name;
        this.mark = mark;
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return new ReadOnlyStringWrapper(name).getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return new ReadOnlyObjectWrapper<>(mark).getReadOnlyProperty();
    }

    @Override
    public Node content() {
        return new Region();
    }

    @Override
    public void focus() {}

    @Override
    public void close() {
        closed = true;
    }
}
