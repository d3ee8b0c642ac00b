package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.service.event.EventText;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Controls;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** The log of the Kafka clients, and how much each context of it says, changed while they run. */
public final class ClientLogView extends StackPane {

    private static final double LEVEL_WIDTH = 64;
    private static final double CLIENT_WIDTH = 160;
    private static final double CONTEXT_WIDTH = 80;
    private static final double MESSAGE_WIDTH = 700;

    private final ClientLog log;
    private final MenuButton levels = new MenuButton();

    /** @param model of its own, not the one of {@link EventsView} */
    public ClientLogView(EventsViewModel model, ClientLog log, UiExecutor ui) {
        this.log = log;
        levels.setId("log-levels");
        levels.getStyleClass().add("small");
        levels.setTooltip(new Tooltip("How much each context logs, for running clients too"));
        levels.setOnShowing(event -> showLevels());
        showLevels();
        model.show(log.lines());
        getChildren()
                .add(new EventList(
                        "log",
                        "Nothing yet. The Kafka clients write here when they run.",
                        model,
                        ui,
                        List.of(
                                new EventList.Column("Level", LEVEL_WIDTH, EventText::level, true),
                                new EventList.Column("Client", CLIENT_WIDTH, ClientEvent::client, false),
                                new EventList.Column("Context", CONTEXT_WIDTH, EventText::tag, false),
                                new EventList.Column("Message", MESSAGE_WIDTH, EventText::message, false)),
                        levels));
    }

    private void showLevels() {
        MenuItem normal = Controls.item("log-levels-normal", "All back to normal", () -> {
            for (LogContext context : LogContext.values()) {
                log.level(context, context.normal());
            }
            showSummary();
        });
        levels.getItems()
                .setAll(Stream.of(LogContext.values()).map(this::contextMenu).toList());
        levels.getItems().addAll(new SeparatorMenuItem(), normal);
        showSummary();
    }

    private void showSummary() {
        long changed = Stream.of(LogContext.values())
                .filter(context -> log.level(context) != context.normal())
                .count();
        levels.setText(changed == 0 ? "Levels: normal" : "Levels: " + changed + " changed");
    }

    private Menu contextMenu(LogContext context) {
        LogLevel now = log.level(context);
        Menu menu = new Menu(context + " · " + now.name() + " · " + context.about());
        menu.setId("log-level-" + context);
        ToggleGroup group = new ToggleGroup();
        for (LogLevel level : LogLevel.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(level == context.normal() ? level.name() + " (normal)" : level.name());
            item.setId("log-level-" + context + "-" + level.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(level == now);
            item.setOnAction(event -> {
                log.level(context, level);
                showSummary();
            });
            menu.getItems().add(item);
        }
        return menu;
    }
}
