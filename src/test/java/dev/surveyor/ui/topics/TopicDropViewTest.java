package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is dropped on the editor area. The clipboard stands for the drag board. */
@ExtendWith(ApplicationExtension.class)
class TopicDropViewTest {

    private final List<PageAddress> opened = new ArrayList<>();
    private final TopicDrop drop = new TopicDrop(opened::add);

    @AfterEach
    void clear() {
        UiWait.runOnFx(() -> Clipboard.getSystemClipboard().clear());
    }

    @Test
    void a_topic_opens_its_records_on_its_own_connection() {
        assertThat(taken(new DraggedTopic("staging", "orders").content())).isTrue();
        assertThat(opened).containsExactly(new PageAddress(PageAddress.Kind.TOPIC, "staging", "orders"));
    }

    @Test
    void other_text_opens_nothing() {
        ClipboardContent content = new ClipboardContent();
        content.putString("orders");
        assertThat(taken(content)).isFalse();
        assertThat(opened).isEmpty();
    }

    private boolean taken(ClipboardContent content) {
        return UiWait.onFx(() -> {
            Clipboard board = Clipboard.getSystemClipboard();
            board.setContent(content);
            return drop.takes(board) && drop.drop(board);
        });
    }
}
