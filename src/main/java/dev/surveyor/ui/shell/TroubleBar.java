package dev.surveyor.ui.shell;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Banner;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says below the toolbar what is wrong with the program itself, until it is mended or the user has read it. */
final class TroubleBar extends VBox {

    private final Banner settings = new Banner(Banner.Kind.WARN);
    private final Banner crash = new Banner(Banner.Kind.DANGER);
    private String crashReport = "";

    TroubleBar(Clipboards clipboards) {
        settings.setId("trouble-settings");
        settings.button("trouble-settings-close", "Close", () -> settings.setVisible(false));
        crash.setId("trouble-crash");
        crash.button("trouble-crash-copy", "Copy report", () -> clipboards.copy(crashReport));
        crash.button("trouble-crash-close", "Close", () -> crash.setVisible(false));
        settings.setVisible(false);
        crash.setVisible(false);
        getChildren().addAll(settings, crash);
    }

    /** Says why the settings are not saved; null when they are. */
    void settings(@Nullable BrokerFailure failure) {
        settings.setVisible(failure != null);
        if (failure != null) {
            settings.say(failure);
        }
    }

    /** Says that something failed that nobody expected. */
    void crash(BrokerFailure failure) {
        crashReport = failure.report();
        crash.say(failure);
        crash.setVisible(true);
    }
}
