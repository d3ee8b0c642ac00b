package dev.surveyor.tour;

import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.UiWait;
import javafx.application.Application;

/** Shows the app in either theme, as the switch in its settings does. */
final class TourTheme {
    private TourTheme() {}

    static void show(String name) {
        Theme.Variant variant = "dark".equals(name) ? Theme.Variant.DARK : Theme.Variant.LIGHT;
        UiWait.runOnFx(() -> Application.setUserAgentStylesheet(variant.stylesheet()));
        UiWait.frames(3);
    }
}
