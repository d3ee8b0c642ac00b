package dev.surveyor.codec.words;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists that are part of a sentence. Without state. */
public final class Listed {

    private Listed() {}

    /** Returns the words of the first of them with commas between, and an ellipsis where there are more. */
    public static <T> String first(int most, List<T> all, Function<? super T, String> words) {
        String listed = all.stream().limit(most).map(words).collect(Collectors.joining(", "));
        return all.size() > most ? listed + ", …" : listed;
    }
}
