package dev.surveyor.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The bundled fonts: Inter for words, JetBrains Mono for data. Style sheets name them by family: {@code Inter},
 * {@code Inter Medium}, {@code Inter SemiBold}, {@code JetBrains Mono}, {@code JetBrains Mono SemiBold}.
 */
public final class Fonts {

    private static final List<String> FILES = List.of(
            "Inter_400Regular.ttf",
            "Inter_500Medium.ttf",
            "Inter_600SemiBold.ttf",
            "Inter_700Bold.ttf",
            "JetBrainsMono_400Regular.ttf",
            "JetBrainsMono_600SemiBold.ttf",
            "JetBrainsMono_700Bold.ttf");

    private static final double ANY_SIZE = 12;

    private Fonts() {}

    /** Makes the families known to the toolkit; doing it again changes nothing. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, ANY_SIZE) == null) {
                    throw new IllegalStateException("bundled font '" + file + "' cannot be read");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
