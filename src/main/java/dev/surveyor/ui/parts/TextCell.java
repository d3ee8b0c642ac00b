package dev.surveyor.ui.parts;

import java.util.function.Function;

/** A value in words. */
public final class TextCell<T, V> extends FilledCell<T, V> {

    private final Function<V, String> words;

    public TextCell(Function<V, String> words, String... styleClasses) {
        this.words = words;
        getStyleClass().addAll(styleClasses);
    }

    @Override
    protected void show(V value) {
        setText(words.apply(value));
    }
}
