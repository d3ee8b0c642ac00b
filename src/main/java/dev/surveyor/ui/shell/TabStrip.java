package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tabs over the editor area. Those that do not fit are in a menu at the end. */
final class TabStrip extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double MENU_WIDTH = 80;

    private final OpenPages pages;
    private final Consumer<OpenPage> closeTab;
    private final Map<OpenPage, Region> headers = new HashMap<>();
    private final HBox row = new HBox();
    private final MenuButton more = new MenuButton();
    private final Button add = Controls.iconButton(
            "tabs-add", Feather.PLUS, "Open a topic, a producer or a group", "icon-button", "tab-add");

    /**
     * @param closeTab closes a tab, perhaps after a question
     */
    TabStrip(OpenPages pages, Consumer<OpenPage> closeTab) {
        this.pages = pages;
        this.closeTab = closeTab;
        getStyleClass().add("tab-strip");
        setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tab-row");
        add.setAccessibleText("Open another tab");
        more.setId("tabs-more");
        more.getStyleClass().add("tabs-more");
        more.setAccessibleText("Tabs that do not fit");
        getChildren().addAll(row, add, more);
        bind();
    }

    /**
     * Says what the button behind the tabs does.
     *
     * @param openAnother asks what to open
     */
    void begin(Runnable openAnother) {
        add.setOnAction(event -> openAnother.run());
    }

    private void bind() {
        pages.pages().addListener((ListChangeListener<OpenPage>) change -> rebuild());
        pages.selectedProperty().addListener((property, old, now) -> refresh(now));
        widthProperty().addListener((property, old, now) -> fit());
        rebuild();
    }

    private void rebuild() {
        headers.keySet().retainAll(pages.pages());
        row.getChildren()
                .setAll(pages.pages().stream()
                        .map(page -> headers.computeIfAbsent(page, this::header))
                        .toList());
        refresh(pages.selectedProperty().get());
    }

    private Region header(OpenPage open) {
        StyledShape edge = new StyledShape("tab-edge");
        EnvironmentTag environment = EnvironmentTag.small();
        ConnectionProfile profile = open.profile();
        Shown.set(environment, profile != null);
        if (profile != null) {
            edge.setStyle("-fx-background-color: " + profile.environment().color() + ";");
            environment.show(profile.environment());
        }
        StyledShape dot = new StyledShape("tab-dot");
        mark(dot, open.page().markProperty().get());
        open.page().markProperty().addListener((property, old, now) -> mark(dot, now));
        Label title = new Label();
        title.getStyleClass().add("tab-title");
        title.textProperty().bind(open.page().titleProperty());
        Button close = Controls.dataButton(
                new FontIcon(Feather.X), "Close (Ctrl+W)", () -> closeTab.accept(open), "icon-button", "tab-close");
        close.setAccessibleText("Close " + open.address().title());
        close.setFocusTraversable(false);
        HBox header = new HBox(edge, environment, dot, title, close);
        header.setId("tab-"
                + open.address().title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        header.getStyleClass().add("tab-header");
        header.setAlignment(Pos.CENTER_LEFT);
        Uncut.keep(header);
        String connection = profile == null
                ? ""
                : " \u00b7 " + profile.name() + " \u00b7 "
                        + profile.environment().name();
        Tooltip.install(header, new Tooltip(open.address().title() + connection));
        header.setAccessibleText("Tab " + open.address().title() + connection);
        header.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                closeTab.accept(open);
            } else {
                pages.select(open);
            }
        });
        DropTarget target = open.page().drops();
        if (target != null) {
            DropTarget.on(header, new OnTab(open, target));
        }
        return header;
    }

    /** What is dropped on the tab of a page goes to the page, which comes into sight. */
    private final class OnTab implements DropTarget {

        private final OpenPage open;
        private final DropTarget page;

        OnTab(OpenPage open, DropTarget page) {
            this.open = open;
            this.page = page;
        }

        @Override
        public boolean takes(Clipboard dragged) {
            return page.takes(dragged);
        }

        @Override
        public boolean drop(Clipboard dropped) {
            pages.select(open);
            return page.drop(dropped);
        }
    }

    private static void mark(Region dot, Page.Mark mark) {
        String style =
                switch (mark) {
                    case NONE -> "dot-none";
                    case LIVE -> "dot-ok";
                    case BUSY -> "dot-busy";
                    case PAUSED -> "dot-warn";
                    case FAILED -> "dot-bad";
                };
        dot.getStyleClass().setAll("tab-dot", style);
    }

    private void refresh(@Nullable OpenPage selected) {
        headers.forEach((page, header) -> header.pseudoClassStateChanged(SELECTED, page.equals(selected)));
        fit();
    }

    /** Hides the tabs that do not fit, never the selected one, and lists them in the menu. */
    private void fit() {
        double room = getWidth() - MENU_WIDTH;
        double used = 0;
        OpenPage selected = pages.selectedProperty().get();
        Region kept = selected == null ? null : headers.get(selected);
        double keptWidth = kept == null ? 0 : kept.prefWidth(-1);
        more.getItems().clear();
        boolean beforeKept = true;
        for (OpenPage page : pages.pages()) {
            Region header = headers.get(page);
            if (header == null) {
                continue;
            }
            double width = header.prefWidth(-1);
            double reserved = beforeKept && header != kept ? keptWidth : 0;
            boolean fits = getWidth() == 0 || header == kept || used + width + reserved <= room;
            beforeKept &= header != kept;
            Shown.set(header, fits);
            if (fits) {
                used += width;
            } else {
                more.getItems().add(menuItem(page));
            }
        }
        boolean overflow = !more.getItems().isEmpty();
        Shown.set(more, overflow);
        more.setText("+" + more.getItems().size());
    }

    private MenuItem menuItem(OpenPage page) {
        MenuItem item = new MenuItem(page.address().title());
        item.setMnemonicParsing(false);
        ConnectionProfile profile = page.profile();
        if (profile != null) {
            item.setGraphic(new EnvironmentTag(profile.environment()));
        }
        Consumer<OpenPage> select = pages::select;
        item.setOnAction(event -> select.accept(page));
        return item;
    }
}
