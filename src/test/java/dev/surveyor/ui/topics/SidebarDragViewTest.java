package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.testing.UiWait;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What rows of the sidebar are where they are dropped. The clipboard stands for the drag board. */
@ExtendWith(ApplicationExtension.class)
class SidebarDragViewTest {

    private static final DraggedTopic ORDERS = new DraggedTopic("sandbox", "orders");

    @AfterEach
    void clear() {
        UiWait.runOnFx(() -> Clipboard.getSystemClipboard().clear());
    }

    @Test
    void a_topic_can_be_dragged_and_a_heading_cannot() {
        assertThat(dragged(new SidebarRow.Topic("sandbox", "orders", 6, false))).isEqualTo(ORDERS);
        assertThat(dragged(new SidebarRow.Section("sandbox", SidebarRow.Kind.TOPICS, "1")))
                .isNull();
    }

    @Test
    void a_topic_comes_through_the_board_as_it_was() {
        UiWait.runOnFx(() -> {
            Clipboard board = Clipboard.getSystemClipboard();
            board.setContent(ORDERS.content());
            assertThat(DraggedTopic.of(board)).isEqualTo(ORDERS);
        });
    }

    @Test
    void a_topic_gives_its_name_to_a_field() {
        UiWait.runOnFx(() -> {
            Clipboard board = Clipboard.getSystemClipboard();
            board.setContent(ORDERS.content());
            TextField field = new TextField("topic=");
            DropTarget target = DropTarget.text(field);
            assertThat(target.takes(board)).isTrue();
            assertThat(target.drop(board)).isTrue();
            assertThat(field.getText()).isEqualTo("topic=orders");
        });
    }

    private static @Nullable DraggedTopic dragged(SidebarRow row) {
        return UiWait.onFx(() -> {
                    SidebarCell cell = new SidebarCell(profile -> {});
                    cell.updateItem(SidebarNode.leaf("key", row), false);
                    return Optional.ofNullable(cell.dragged());
                })
                .orElse(null);
    }
}
