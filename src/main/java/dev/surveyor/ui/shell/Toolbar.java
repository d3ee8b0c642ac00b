package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyledShape;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The second line: the five things that one does here, each with its icon and word. */
final class Toolbar extends HBox {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final ShellActions actions;
    private final MenuButton connect = new MenuButton("Connect", new FontIcon(Feather.SERVER));
    private final Button consume;
    private final Button produce;
    private final Button search;
    private final Button groups;
    private final Label reason = new Label("Connect first");

    Toolbar(ShellActions actions) {
        this.actions = actions;
        getStyleClass().add("toolbar-line");
        setAlignment(Pos.CENTER_LEFT);
        connect.setId("toolbar-connect");
        connect.getStyleClass().add("tool-button");
        consume = tool("toolbar-consume", "_Consume", Feather.PLAY, "Watch the records of a topic", actions::consume);
        produce = tool("toolbar-produce", "_Produce", Feather.EDIT_2, "Send records (Ctrl+N)", actions::produce);
        search = tool(
                "toolbar-search", "_Search", Feather.SEARCH, "Search a whole topic (Ctrl+Shift+F)", actions::search);
        groups = tool("toolbar-groups", "_Groups", Feather.SHUFFLE, "Members, lag and rebalances", actions::groups);
        reason.getStyleClass().addAll("muted", "caption");
        getChildren()
                .addAll(
                        connect,
                        new StyledShape("tool-divider"),
                        consume,
                        produce,
                        search,
                        groups,
                        reason,
                        new Spacer());
        getChildren()
                .addAll(
                        icon("toolbar-sidebar", Feather.SIDEBAR, "Sidebar (Ctrl+B)", actions::toggleSidebar),
                        icon("toolbar-settings", Feather.SETTINGS, "Settings (Ctrl+,)", actions::settings),
                        icon("toolbar-help", Feather.HELP_CIRCLE, "Keys (Ctrl+/)", actions::keys));
    }

    private static Button tool(String id, String text, Feather icon, String tooltip, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button icon(String id, Feather icon, String name, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Fills the menu of connections: those that are saved, then the ways to more. */
    void connections(List<ConnectionProfile> profiles) {
        connect.getItems().clear();
        for (ConnectionProfile profile : profiles) {
            MenuItem item = new MenuItem(profile.name(), new EnvironmentTag(profile.environment()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> actions.connect(profile));
            connect.getItems().add(item);
        }
        if (!profiles.isEmpty()) {
            connect.getItems().add(new SeparatorMenuItem());
        }
        connect.getItems()
                .addAll(
                        item("toolbar-connect-sandbox", "Start the sandbox", actions::startSandbox),
                        item("toolbar-connect-manage", "Connections\u2026", actions::connections),
                        item("toolbar-connect-welcome", "Welcome page", actions::welcome));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Says what can be done: without a connection there is nothing to consume. */
    void connected(boolean connected) {
        List.of(consume, produce, search, groups).forEach(button -> button.setDisable(!connected));
        Shown.set(reason, !connected);
    }

    /** Marks the tool that the selected page belongs to. */
    void active(PageAddress.@Nullable Kind kind) {
        consume.pseudoClassStateChanged(ACTIVE, kind == PageAddress.Kind.TOPIC);
        produce.pseudoClassStateChanged(ACTIVE, kind == PageAddress.Kind.PRODUCER);
        search.pseudoClassStateChanged(ACTIVE, kind == PageAddress.Kind.SEARCH);
        groups.pseudoClassStateChanged(ACTIVE, kind == PageAddress.Kind.GROUP);
    }
}
