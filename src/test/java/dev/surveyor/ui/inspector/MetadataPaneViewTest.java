package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.inspect.RecordMetadata;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** In the narrowest inspector no time is cut, wherever it is read and however far away it is. */
@ExtendWith(ApplicationExtension.class)
class MetadataPaneViewTest {

    private static final double NARROWEST = 320;

    private final Theme theme = new Theme();
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme.install();
        scene = new Scene(new Label(), NARROWEST, 300);
        scene.getStylesheets()
                .add(Objects.requireNonNull(RecordPane.class.getResource("inspector.css"))
                        .toExternalForm());
        Stages.show(stage, scene);
    }

    @ParameterizedTest
    @CsvSource({
        "near, Europe/Berlin, 2026-11-22T09:02:11.482Z",
        "half-hour, Asia/Kolkata, 2026-11-22T09:02:11.482Z",
        "long-offset, Asia/Kathmandu, 2026-11-22T09:02:11.482Z",
        "far, America/St_Johns, +58375-01-01T00:00:00.001Z",
        "before, America/Caracas, -290000-01-01T00:00:00.001Z"
    })
    void a_time_is_seen_whole(String name, String zone, String time) {
        MetadataPane pane = UiWait.onFx(() -> {
            MetadataPane made = new MetadataPane();
            made.show(RecordMetadata.of(
                    ConsumedRecord.at(new PartitionId("orders", 3), 48_210)
                            .timestamp(Instant.parse(time).toEpochMilli(), TimestampType.CREATE_TIME)
                            .build(),
                    ZoneId.of(zone),
                    "none",
                    null));
            scene.setRoot(made);
            return made;
        });
        Pictures.inBothThemes(stage, theme, "metadata-" + name);
        for (String id : new String[] {"reference", "time", "time-utc", "received"}) {
            TextField field = (TextField) pane.lookup("#inspector-meta-" + id);
            double words = UiWait.onFx(() -> field.lookupAll(".text").stream()
                    .filter(node -> node instanceof Text text && text.getText().equals(field.getText()))
                    .mapToDouble(node -> node.getLayoutBounds().getWidth())
                    .findFirst()
                    .orElseThrow());
            assertThat(words).as(field.getText()).isPositive().isLessThanOrEqualTo(field.getWidth());
        }
    }
}
