package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.FakeConnector;
import dev.surveyor.service.connection.FakeProfileStore;
import dev.surveyor.ui.page.FakeWorkbench;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.page.RecordsPage;
import dev.surveyor.ui.records.page.RecordsView;
import dev.surveyor.ui.shell.palette.CommandPalette;
import dev.surveyor.ui.shell.palette.PaletteEntry;
import dev.surveyor.ui.shell.palette.PaletteSource;
import dev.surveyor.ui.shell.palette.Questions;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.lang.reflect.Proxy;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a live table adds to the palette. */
@ExtendWith(ApplicationExtension.class)
class RecordsPaletteViewTest {

    private final OpenPages pages = new OpenPages();
    private final ConnectionService connections =
            new ConnectionService(new FakeProfileStore(), new FakeConnector(), Runnable::run);
    private final FakeWorkbench workbench = new FakeWorkbench();
    private final Questions questions = new Questions(
            new CommandPalette(), new PaletteSource(new DirectUiExecutor(), List::of, session -> {}, workbench));
    private final Commands commands =
            new Commands(noActions(), new TopicAtHand(pages, workbench, questions), questions, connections, pages);
    private RecordsPage page;

    @Start
    void start(Stage stage) {
        TableRig rig = new TableRig();
        RecordTableViewModel model = rig.open(Subscription.to("orders"));
        page = new RecordsPage(model, new RecordsView(model, rig.tools, RecordActions.NONE), rest -> {});
        PageAddress address = new PageAddress(PageAddress.Kind.TOPIC, "p1", "orders");
        pages.open(address, () -> new OpenPage(address, null, page));
        Stages.show(stage, new Scene(new BorderPane(page.content()), 900, 500));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(page::close);
        connections.close();
    }

    @Test
    void its_entry_opens_the_editor_of_highlight_rules_ready_to_type() {
        PaletteEntry entry = UiWait.onFx(() -> commands.entries().stream()
                .filter(offered -> offered.title().equals("Highlight rules…"))
                .findFirst()
                .orElseThrow());
        Node editor = page.content().lookup("#highlight-editor");
        assertThat(editor.isVisible()).isFalse();
        UiWait.runOnFx(entry.action());
        UiWait.frames(2);
        assertThat(editor.isVisible()).isTrue();
        assertThat(UiWait.onFx(() -> page.content().getScene().getFocusOwner().getId()))
                .isEqualTo("highlight-add-filter");
    }

    @Test
    void without_a_table_there_is_no_such_entry() {
        UiWait.runOnFx(() -> pages.close(pages.pages().get(0)));
        assertThat(commands.entries()).noneMatch(entry -> entry.title().startsWith("Highlight"));
    }

    private static ShellActions noActions() {
        return (ShellActions) Proxy.newProxyInstance(
                ShellActions.class.getClassLoader(),
                new Class<?>[] {ShellActions.class},
                (proxy, method, args) -> null);
    }
}
