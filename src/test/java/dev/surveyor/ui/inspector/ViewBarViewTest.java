package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.Schemas;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources.OpenSource;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the inspector says beside a reading, and the other views of the same bytes. */
@ExtendWith(ApplicationExtension.class)
class ViewBarViewTest {

    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}";

    /** The 14th of November 2023, behind the id of schema 1. */
    private static final byte[] AT =
            Schemas.framed(1, new byte[] {(byte) 0x80, (byte) 0xa0, (byte) 0xab, (byte) 0xfe, (byte) 0xf9, 0x62});

    private final AtomicInteger refreshes = new AtomicInteger();
    private final Decoding decoding =
            new Decodings(new FakeSettings(), (settings, changed) -> source(), List.of()).of("p");
    private InspectorWindow window;

    private OpenSource source() {
        Schemas schemas = new Schemas().with(1, Schemas.text(SchemaFormat.AVRO, ORDER), "orders-value");
        return new OpenSource() {
            @Override
            public boolean present() {
                return true;
            }

            @Override
            public Lookup find(SchemaKey key) {
                return schemas.find(key);
            }

            @Override
            public void refresh() {
                refreshes.incrementAndGet();
            }

            @Override
            public void close() {}
        };
    }

    @Start
    void start(Stage stage) {
        window = new InspectorWindow(stage, decoding);
    }

    @AfterEach
    void end() {
        window.close();
    }

    private void select(String topic, byte[] value) {
        window.select(
                ConsumedRecord.at(new PartitionId(topic, 0), 7).value(value).build());
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static boolean visible(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).<Node>query().isVisible());
    }

    private static void untilTree(FxRobot robot, String words) {
        UiWait.until(
                "the tree shows " + words,
                () -> UiWait.onFx(() -> {
                    TreeView<?> tree = robot.lookup("#inspector-tree").queryAs(TreeView.class);
                    return tree.isVisible()
                            && tree.getRoot() != null
                            && tree.getRoot().getChildren().toString().contains(words);
                }));
    }

    private void picture(String name) {
        window.picture("view-" + name);
    }

    @Test
    void a_time_is_shown_and_its_number_is_one_click_away(FxRobot robot) {
        select("orders", AT);
        untilTree(robot, "2023-11-14T22:13:20.000Z");
        picture("meaning");

        robot.clickOn("#inspector-view-stored");
        untilTree(robot, "1700000000000");
        picture("stored");
        robot.clickOn("#inspector-view-stored");
        untilTree(robot, "2023-11-14T22:13:20.000Z");
    }

    @Test
    void bytes_that_nothing_speaks_for_say_why_and_the_guess_is_one_click_away(FxRobot robot) {
        select("counts", AT);
        UiWait.until("the reason is there", () -> visible(robot, "#inspector-note"));
        assertThat(text(robot, "#inspector-note"))
                .isEqualTo("begins as if it named schema 1, which belongs to orders-value and not to the values of this"
                        + " topic");
        assertThat(text(robot, "#inspector-decode")).isEqualTo("Raw bytes, nothing detected");
        assertThat(visible(robot, "#inspector-problem")).isFalse();
        picture("doubt");

        robot.clickOn("#inspector-view-guess");
        untilTree(robot, "2023-11-14T22:13:20.000Z");
        assertThat(text(robot, "#inspector-note")).endsWith("this is a guess");
        picture("guess");
    }

    @Test
    void schemas_are_fetched_again_where_the_user_wants_it(FxRobot robot) {
        select("counts", Schemas.framed(9, new byte[] {1, 2}));
        UiWait.until(
                "the reason is there", () -> text(robot, "#inspector-note").endsWith("the registry has no schema 9"));
        robot.clickOn("#inspector-decode");
        robot.clickOn("#inspector-decode-refresh");

        UiWait.until("it is asked", () -> refreshes.get() == 1);
    }
}
