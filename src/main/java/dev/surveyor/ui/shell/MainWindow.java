package dev.surveyor.ui.shell;

import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.EdgeHandle;
import dev.surveyor.ui.parts.EdgeHandle.Side;
import dev.surveyor.ui.parts.PageHost;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The frame of the window: bars above, status below, and between them either one whole screen (welcome, connections)
 * or the workspace of sidebar, tabs and inspector. Palette, dialogs and notices lie on top.
 */
final class MainWindow extends StackPane {

    private static final double SIDEBAR_WIDTH = 220;
    private static final double INSPECTOR_WIDTH = 320;

    /** A page beside a wide sidebar or inspector keeps so much. */
    private static final double LEAST_PAGE_WIDTH = 360;

    /** A page over a high panel keeps so much: the user wants it so. */
    private static final double LEAST_HEIGHT_CHOSEN = 120;

    private static final double NARROW_BELOW = 1_100;
    private static final double RAIL_AT_MOST = 64;

    /** An open bottom panel leaves the page this much, so that some rows stay in sight. */
    private static final double LEAST_PAGE_HEIGHT = 260;

    private final BorderPane frame = new BorderPane();
    private final HBox workspace = new HBox();
    private final StackPane sidebar = new StackPane();
    private final VBox editor = new VBox();
    private final PageHost pageHost = new PageHost();
    private final StackPane inspector = new StackPane();
    private final EdgeHandle sidebarEdge =
            new EdgeHandle("window-sidebar-edge", "Width of the sidebar", sidebar, Side.LEFT, 160, LEAST_PAGE_WIDTH);
    private final EdgeHandle inspectorEdge = new EdgeHandle(
            "window-inspector-edge", "Width of the inspector", inspector, Side.RIGHT, 240, LEAST_PAGE_WIDTH);
    private final EdgeHandle bottomEdge;
    private final ContextBar contextBar;
    private final Toolbar toolbar;
    private final TroubleBar troubles;
    private final TabStrip tabStrip;
    private final StatusBar statusBar;
    private final BottomPanel bottomPanel;
    private boolean sidebarShown = true;
    private boolean inspectorShown = true;

    /** The sidebar is folded for the inspector's sake, whatever the user chose. */
    private boolean sidebarYields;

    private boolean inspectorTakesRoom;
    private Subscription inspected = Subscription.EMPTY;
    private @Nullable OpenPage page;

    MainWindow(
            ContextBar contextBar,
            Toolbar toolbar,
            TroubleBar troubles,
            TabStrip tabStrip,
            BottomPanel bottomPanel,
            StatusBar statusBar,
            List<Node> overlays) {
        this.contextBar = contextBar;
        this.toolbar = toolbar;
        this.troubles = troubles;
        this.tabStrip = tabStrip;
        this.statusBar = statusBar;
        this.bottomPanel = bottomPanel;
        this.bottomEdge = new EdgeHandle(
                "window-bottom-edge", "Height of the panel", bottomPanel, Side.BELOW, 96, LEAST_HEIGHT_CHOSEN);
        getStyleClass().add("main-window");
        getStylesheets().add(StyleSheets.of(MainWindow.class));
        frame.setTop(new VBox(contextBar, toolbar, troubles));
        frame.setBottom(statusBar);
        workspace();
        getChildren().add(frame);
        getChildren().addAll(overlays);
        widthProperty().addListener((property, old, now) -> adapt());
        inspector.widthProperty().addListener((property, old, now) -> arrange());
    }

    private void workspace() {
        sidebar.getStyleClass().add("sidebar-region");
        Uncut.keep(sidebar);
        sidebarEdge.sizeProperty().subscribe(chosen -> sidebar.setPrefWidth(sidebarEdge.sizeOr(SIDEBAR_WIDTH)));
        inspectorEdge.sizeProperty().addListener((property, before, now) -> adapt());
        Uncut.keep(inspector);
        inspector.getStyleClass().add("inspector-region");
        editor.getStyleClass().add("editor-region");
        VBox.setVgrow(pageHost, Priority.ALWAYS);
        // It takes what is left; what the page would like does not make the panel lower.
        pageHost.setPrefHeight(0);
        VBox.setVgrow(bottomPanel, Priority.SOMETIMES);
        bottomEdge.visibleProperty().bind(bottomPanel.openProperty());
        bottomEdge.sizeProperty().subscribe(chosen -> bottomHeight());
        bottomPanel.openProperty().subscribe(open -> bottomHeight());
        editor.getChildren().addAll(tabStrip, pageHost, bottomEdge, bottomPanel);
        workspace.getStyleClass().add("workspace");
        HBox.setHgrow(editor, Priority.ALWAYS);
        editor.setMinWidth(0);
    }

    /** Takes the sizes of the regions from the last time, and keeps those that are chosen. */
    void rememberSizes(Settings settings) {
        sidebarEdge.remember(settings, "window.sidebar-width");
        inspectorEdge.remember(settings, "window.inspector-width");
        bottomEdge.remember(settings, "window.bottom-height");
    }

    private void bottomHeight() {
        boolean chosen = !Double.isNaN(bottomEdge.sizeProperty().get());
        bottomPanel.height(bottomEdge.sizeProperty().get());
        pageHost.setMinHeight(chosen && bottomPanel.openProperty().get() ? LEAST_HEIGHT_CHOSEN : LEAST_PAGE_HEIGHT);
    }

    /** Shows one screen in place of the workspace, with or without the toolbar. */
    void showScreen(Node screen, boolean withToolbar) {
        setToolbar(withToolbar);
        frame.setCenter(screen);
        toolbar.active(null);
        statusBar.show(null);
    }

    void showWorkspace() {
        boolean wasInScreen = !workspaceShown() && hasFocus(frame.getCenter());
        setToolbar(true);
        frame.setCenter(workspace);
        toolbar.active(page == null ? null : page.address().kind());
        statusBar.show(page);
        arrange();
        if (wasInScreen) {
            focusPage();
        }
    }

    /** Puts the focus where a user would begin in the page, or in what stands in its place. */
    void focusPage() {
        if (page == null) {
            pageHost.page().lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        } else {
            page.page().focus();
        }
    }

    /** Returns whether the focus is in this region; with its nodes it would be lost to some other control. */
    private boolean hasFocus(@Nullable Node region) {
        Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && !at.equals(region)) {
            at = at.getParent();
        }
        return at != null;
    }

    /** Returns whether the focus is in what lies over the bars and the page: the palette, a dialog, a note. */
    boolean covered() {
        return hasFocus(this) && !hasFocus(frame);
    }

    /** Returns what stands between the bars: the workspace, or a screen in its place. */
    Node screen() {
        return frame.getCenter();
    }

    boolean workspaceShown() {
        return frame.getCenter() == workspace;
    }

    private void setToolbar(boolean shown) {
        Shown.set(toolbar, shown);
    }

    /** Lets things be dropped on the tabs and on what is below them. */
    void acceptDrops(DropTarget target) {
        DropTarget.on(tabStrip, target);
        DropTarget.on(pageHost, target);
    }

    void setSidebar(Node content) {
        sidebar.getChildren().setAll(content);
    }

    /** Shows a page, or what to do where none is open. */
    void showPage(@Nullable OpenPage newPage, Node whenNone) {
        boolean wasInPage = hasFocus(pageHost) || hasFocus(inspector);
        page = newPage;
        pageHost.show(newPage == null ? whenNone : newPage.page().content());
        if (workspaceShown()) {
            toolbar.active(newPage == null ? null : newPage.address().kind());
            statusBar.show(newPage);
        }
        arrange();
        if (wasInPage && newPage != null) {
            newPage.page().focus();
        }
    }

    void toggleSidebar() {
        if (sidebarYields) {
            sidebarYields = false;
        } else {
            sidebarShown = !sidebarShown;
        }
        arrange();
    }

    void toggleInspector() {
        inspectorShown = !inspectorShown;
        arrange();
    }

    boolean sidebarShown() {
        return sidebarShown;
    }

    boolean inspectorShown() {
        return inspectorShown;
    }

    void regions(boolean withSidebar, boolean withInspector) {
        sidebarShown = withSidebar;
        inspectorShown = withInspector;
        arrange();
    }

    /** Returns the regions that F6 goes through, in order. */
    List<RegionCycle.Place> regions() {
        List<Region> regions = new ArrayList<>(List.of(contextBar, toolbar, troubles));
        if (workspaceShown()) {
            regions.addAll(List.of(sidebar, tabStrip, pageHost, inspector, bottomPanel));
        } else if (frame.getCenter() instanceof Region screen) {
            regions.add(screen);
        }
        regions.add(statusBar);
        return regions.stream()
                .filter(region -> region.getScene() != null)
                .map(region -> new RegionCycle.Place(region, beginningOf(region)))
                .toList();
    }

    private @Nullable Runnable beginningOf(Region region) {
        return region.equals(pageHost) && page != null ? page.page()::focus : null;
    }

    /** Opens the list of that name at the bottom. */
    void showBottom(String list) {
        bottomPanel.open(list);
    }

    private void arrange() {
        Page current = page == null ? null : page.page();
        Node beside = current == null ? null : current.inspector();
        List<Node> shown = beside == null ? List.of() : List.of(beside);
        if (!inspector.getChildren().equals(shown)) {
            inspected.unsubscribe();
            inspector.getChildren().setAll(shown);
            inspected = beside == null
                    ? Subscription.EMPTY
                    : beside.visibleProperty().subscribe(this::arrange);
        }
        boolean withInspector = beside != null && beside.isVisible() && inspectorShown;
        makeRoom(withInspector);
        List<Node> items = new ArrayList<>();
        if (sidebarShown && !sidebarYields) {
            items.addAll(List.of(sidebar, sidebarEdge));
        }
        items.add(editor);
        if (withInspector) {
            items.addAll(List.of(inspectorEdge, inspector));
        }
        if (!workspace.getChildren().equals(items)) {
            workspace.getChildren().setAll(items);
        }
    }

    /** Folds the sidebar while an inspector is open in a narrow window: the page would be too narrow between both. */
    private void makeRoom(boolean withInspector) {
        boolean takesRoom = withInspector && isNarrow() && inspector.getWidth() > RAIL_AT_MOST;
        if (takesRoom != inspectorTakesRoom) {
            inspectorTakesRoom = takesRoom;
            sidebarYields = takesRoom;
        }
    }

    private boolean isNarrow() {
        return getWidth() < NARROW_BELOW;
    }

    private void adapt() {
        boolean narrow = isNarrow();
        contextBar.setNarrow(narrow);
        // The inspector folds itself to a rail then.
        inspector.setPrefWidth(narrow ? USE_COMPUTED_SIZE : inspectorEdge.sizeOr(INSPECTOR_WIDTH));
        inspectorEdge.setDisable(narrow);
        arrange();
    }
}
