package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PromptsViewTest {

    private static final String LONG = "null: type to give it a value";

    private final SimpleObjectProperty<List<String>> prompts = new SimpleObjectProperty<>(List.of(LONG, "null"));
    private TextField field;

    @Start
    void start(Stage stage) {
        field = new TextField();
        Prompts.fit(field, prompts);
        Stages.show(stage, new Scene(new Pane(field), 600, 80));
    }

    @Test
    void a_narrow_field_says_less_and_all_of_it_can_be_read() {
        wide(400);
        assertThat(said()).isEqualTo(LONG);
        for (double width = 400; width > 60; width -= 10) {
            wide(width);
            assertThat(said()).isIn(LONG, "null");
            assertThat(wordsWidth()).as(said() + " in " + width).isLessThanOrEqualTo(width);
        }
        assertThat(said()).isEqualTo("null");
        wide(400);
        assertThat(said()).isEqualTo(LONG);
    }

    @Test
    void what_is_to_be_said_may_change() {
        wide(400);
        UiWait.runOnFx(() -> prompts.set(List.of("empty: type to give it a value", "empty")));
        assertThat(said()).startsWith("empty: ");
    }

    private void wide(double width) {
        UiWait.runOnFx(() -> {
            field.setMinWidth(width);
            field.setMaxWidth(width);
        });
        UiWait.frames(2);
    }

    private String said() {
        return UiWait.onFx(field::getPromptText);
    }

    private double wordsWidth() {
        return UiWait.onFx(() -> field.lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && text.getText().equals(field.getPromptText()))
                .mapToDouble(node -> node.getLayoutBounds().getWidth())
                .findFirst()
                .orElseThrow());
    }
}
