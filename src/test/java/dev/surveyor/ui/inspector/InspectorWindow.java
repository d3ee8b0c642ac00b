package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** An inspector at the right of an empty window, for tests of what it shows: what it offers to do does nothing. */
final class InspectorWindow {

    final FakeSettings settings = new FakeSettings();
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Theme theme = new Theme();
    private final Stage stage;
    private final Inspector inspector;

    @SuppressWarnings("NullAway") // does not see that the type arguments are nullable
    InspectorWindow(Stage stage, Decoding decoding) {
        this.stage = stage;
        theme.install();
        inspector = new Inspector(
                new InspectorTools(
                        new FakeDialogs(),
                        new FakeClipboards(),
                        Platform::runLater,
                        background,
                        Clock.systemUTC(),
                        settings,
                        decoding),
                new InspectorActions(
                        text -> {},
                        text -> {},
                        record -> {},
                        (format, records) -> {},
                        record -> {},
                        place -> null,
                        record -> "committed, or none",
                        record -> null,
                        List::of),
                selected.getReadOnlyProperty());
        Stages.show(stage, new Scene(new BorderPane(new Region(), null, inspector.root(), null, null), 640, 700));
    }

    void select(ConsumedRecord record) {
        UiWait.runOnFx(() -> selected.set(record));
    }

    void picture(String name) {
        Pictures.inBothThemes(stage, theme, name);
    }

    void close() {
        UiWait.runOnFx(inspector::close);
        background.shutdownNow();
    }
}
