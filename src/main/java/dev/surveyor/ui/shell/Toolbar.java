package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyledShape;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The second line: the five things that one does here, each with its icon and word. */
final class Toolbar extends HBox {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final MenuButton connect = new MenuButton("Connect", new FontIcon(Feather.SERVER));
    private final Button consume = tool("toolbar-consume", "_Consume", Feather.PLAY, "Watch the records of a topic");
    private final Button produce = tool("toolbar-produce", "_Produce", Feather.EDIT_2, "Send records (Ctrl+N)");
    private final Button search =
            tool("toolbar-search", "_Search", Feather.SEARCH, "Search a whole topic (Ctrl+Shift+F)");
    private final Button groups = tool("toolbar-groups", "_Groups", Feather.SHUFFLE, "Members, lag and rebalances");
    private final Label reason = new Label("Connect first");
    private List<MenuItem> ways = List.of();
    private Consumer<ConnectionProfile> connectTo = profile -> {};

    Toolbar() {
        getStyleClass().add("toolbar-line");
        setAlignment(Pos.CENTER_LEFT);
        connect.setId("toolbar-connect");
        connect.getStyleClass().add("tool-button");
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
    }

    /** Says what its buttons do; before the window is shown. */
    void begin(ShellActions actions, TopicAtHand topic) {
        consume.setOnAction(event -> topic.consume());
        produce.setOnAction(event -> topic.produce());
        search.setOnAction(event -> topic.search());
        groups.setOnAction(event -> topic.group());
        connectTo = actions::connect;
        ways = List.of(
                Controls.item("toolbar-connect-sandbox", "Start the sandbox", actions::startSandbox),
                Controls.item("toolbar-connect-manage", "Connections\u2026", actions::connections),
                Controls.item("toolbar-connect-welcome", "Welcome page", actions::welcome));
        getChildren()
                .addAll(
                        Controls.iconButton(
                                "toolbar-sidebar",
                                Feather.SIDEBAR,
                                "Sidebar (Ctrl+B)",
                                actions::toggleSidebar,
                                "icon-button"),
                        Controls.iconButton(
                                "toolbar-settings",
                                Feather.SETTINGS,
                                "Settings (Ctrl+,)",
                                actions::settings,
                                "icon-button"),
                        Controls.iconButton(
                                "toolbar-help", Feather.HELP_CIRCLE, "Keys (Ctrl+/)", actions::keys, "icon-button"));
    }

    private static Button tool(String id, String text, Feather icon, String tooltip) {
        Button button = Controls.button(id, text, tooltip, () -> {}, "tool-button");
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** Fills the menu of connections: those that are saved, then the ways to more. */
    void connections(List<ConnectionProfile> profiles) {
        connect.getItems().clear();
        for (ConnectionProfile profile : profiles) {
            MenuItem item = Controls.dataItem(profile.name(), () -> connectTo.accept(profile));
            item.setGraphic(new EnvironmentTag(profile.environment()));
            connect.getItems().add(item);
        }
        if (!profiles.isEmpty()) {
            connect.getItems().add(new SeparatorMenuItem());
        }
        connect.getItems().addAll(ways);
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
