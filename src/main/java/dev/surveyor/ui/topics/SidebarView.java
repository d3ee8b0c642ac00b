package dev.surveyor.ui.topics;

import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EmptyState;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the tree of the open connections, with a filter above and the card of the sandbox below. */
public final class SidebarView extends VBox {

    private static final double ROW_HEIGHT = 26;

    private final SidebarViewModel model;
    private final SidebarActions actions;
    private final Clipboards clipboards;
    private final TextField filter = new TextField();
    private final ToggleButton internal = Controls.iconToggle(
            "sidebar-internal", Feather.EYE, "Show internal topics", "button-icon", "flat", "small");
    private final Button refresh =
            Controls.iconButton("sidebar-refresh", Feather.REFRESH_CW, "Refresh (F5)", "button-icon", "flat", "small");
    private final VBox notices = new VBox();
    private final TreeView<SidebarNode> tree = new TreeView<>();
    private final TreeSync sync = new TreeSync(tree);
    private final EmptyState empty = new EmptyState(
            Feather.SERVER, "Nothing is connected", "Start the broker on this machine, or connect to a cluster.");
    private final Label noMatch = new Label();
    private Predicate<SidebarRow> pointed = row -> false;

    public SidebarView(
            SidebarViewModel model, SandboxCardViewModel sandbox, SidebarActions actions, Clipboards clipboards) {
        this.model = model;
        this.actions = actions;
        this.clipboards = clipboards;
        setId("sidebar");
        getStyleClass().add("sidebar");
        getStylesheets().add(StyleSheets.of(SidebarView.class));
        StackPane middle = new StackPane(tree, empty, noMatch);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(filterBar(), notices, middle, new SandboxCard(sandbox, actions));
        tree();
        emptyState();
        bind();
    }

    /** Puts the focus where a user would begin. */
    public void focus() {
        tree.requestFocus();
    }

    /**
     * Selects the row of what is in sight beside the sidebar, unless the user is at work in it. A row that is not there
     * yet is selected when it comes.
     *
     * @param object the name of a topic or a group; any other selects nothing
     */
    public void point(String profileId, boolean group, String object) {
        pointed = row -> row.profileId().equals(profileId)
                && (group
                        ? row instanceof SidebarRow.Group known && known.id().equals(object)
                        : row instanceof SidebarRow.Topic topic && topic.name().equals(object));
        if (!tree.isFocused()) {
            tree.getSelectionModel().clearSelection();
            selectPointed();
        }
    }

    private void selectPointed() {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (pointed.test(tree.getTreeItem(row).getValue().row())) {
                tree.getSelectionModel().select(row);
                return;
            }
        }
    }

    private HBox filterBar() {
        filter.setId("sidebar-filter");
        filter.setPromptText("Filter tree");
        filter.setAccessibleText("Filter tree");
        HBox.setHgrow(filter, Priority.ALWAYS);
        refresh.setAccessibleText("Refresh");
        refresh.setOnAction(e -> model.refresh());
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.getStyleClass().add("small-icon");
        HBox field = new HBox(glass, filter, internal, refresh);
        field.getStyleClass().addAll("sv-field", "sidebar-filter-field");
        HBox bar = new HBox(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        bar.getStyleClass().add("sidebar-filter-bar");
        return bar;
    }

    private void tree() {
        tree.setId("sidebar-tree");
        tree.setAccessibleText("Connections, topics, groups and brokers");
        tree.setFixedCellSize(ROW_HEIGHT);
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.setCellFactory(owner -> new SidebarCell(model::cancel));
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openSelected();
            }
        });
        tree.setOnContextMenuRequested(this::menu);
    }

    private void emptyState() {
        empty.button("sidebar-start-sandbox", "Start sandbox", actions::startSandbox)
                .getStyleClass()
                .add("accent");
        empty.button("sidebar-add-connection", "Add", actions::addConnection);
        noMatch.setId("sidebar-no-match");
        noMatch.getStyleClass().add("caption");
        noMatch.setWrapText(true);
    }

    private void bind() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        internal.selectedProperty().bindBidirectional(model.internalShownProperty());
        model.rowsProperty().addListener((at, old, now) -> show(now));
        model.noticesProperty().addListener((at, old, now) -> showNotices(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        filter.setOnKeyPressed(this::onFilterKey);
        show(model.rowsProperty().get());
        showNotices(model.noticesProperty().get());
    }

    private void show(List<SidebarNode> nodes) {
        boolean filtered = !model.filterProperty().get().isBlank();
        sync.show(nodes, filtered);
        if (tree.getSelectionModel().isEmpty() && !tree.isFocused()) {
            selectPointed();
        }
        empty.setVisible(nodes.isEmpty());
        tree.setVisible(!nodes.isEmpty());
        boolean nothing = filtered
                && !nodes.isEmpty()
                && nodes.stream().allMatch(node -> node.children().isEmpty());
        noMatch.setVisible(nothing);
        noMatch.setText("Nothing is called “" + model.filterProperty().get().strip() + "”");
    }

    private void showNotices(List<SidebarViewModel.Notice> now) {
        notices.getChildren().clear();
        for (SidebarViewModel.Notice notice : now) {
            notices.getChildren().add(noticeOf(notice));
        }
    }

    private VBox noticeOf(SidebarViewModel.Notice notice) {
        Label what = new Label(notice.failure().what());
        what.getStyleClass().add("banner-title");
        what.setWrapText(true);
        Label more = new Label(notice.failure().whyAndRemedy());
        more.setWrapText(true);
        Button retry =
                Controls.button("sidebar-retry", "Try again", "", () -> model.retry(notice.profileId()), "small");
        Button copy = Controls.button(
                "sidebar-copy-details",
                "Copy details",
                "",
                () -> clipboards.copy(notice.failure().report()),
                "small",
                "flat");
        VBox box = new VBox(4, what, more, new HBox(8, retry, copy));
        box.getStyleClass().addAll("sv-banner", "tinted", "danger", "sidebar-notice");
        return box;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            model.refresh();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && tree.isFocused()) {
            openSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.SLASH && tree.isFocused()) {
            filter.requestFocus();
            event.consume();
        }
    }

    private void onFilterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            tree.requestFocus();
            selectFirstMatch();
            event.consume();
        }
    }

    private void selectFirstMatch() {
        for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            TreeItem<SidebarNode> item = tree.getTreeItem(row);
            if (item.getChildren().isEmpty()) {
                tree.getSelectionModel().clearAndSelect(row);
                return;
            }
        }
    }

    private @Nullable SidebarRow selected() {
        TreeItem<SidebarNode> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().row();
    }

    /** Returns the topics that are selected together, of the connection of the last of them. */
    private List<SidebarRow.Topic> selectedTopics() {
        if (!(selected() instanceof SidebarRow.Topic last)) {
            return List.of();
        }
        return tree.getSelectionModel().getSelectedItems().stream()
                .filter(item -> item != null && item.getValue().row() instanceof SidebarRow.Topic)
                .map(item -> (SidebarRow.Topic) item.getValue().row())
                .filter(topic -> topic.profileId().equals(last.profileId()))
                .distinct()
                .toList();
    }

    private void openTogether(List<SidebarRow.Topic> topics) {
        actions.openTogether(
                topics.get(0).profileId(),
                topics.stream().map(SidebarRow.Topic::name).toList());
    }

    private void openSelected() {
        List<SidebarRow.Topic> several = selectedTopics();
        if (several.size() > 1) {
            openTogether(several);
            return;
        }
        SidebarRow row = selected();
        if (row instanceof SidebarRow.Topic topic) {
            actions.openTopic(topic.profileId(), topic.name());
        } else if (row instanceof SidebarRow.Group group) {
            actions.openGroup(group.profileId(), group.id());
        } else if (row instanceof SidebarRow.Broker broker) {
            actions.openBrokers(broker.profileId());
        }
    }

    private void menu(ContextMenuEvent event) {
        SidebarRow row = selected();
        ContextMenu menu = new ContextMenu();
        List<SidebarRow.Topic> several = selectedTopics();
        if (several.size() > 1) {
            menu.getItems()
                    .add(Controls.item(
                            "sidebar-menu-together",
                            "Consume " + several.size() + " topics together",
                            () -> openTogether(several)));
        } else if (row instanceof SidebarRow.Topic topic) {
            menu.getItems()
                    .addAll(
                            Controls.item("sidebar-menu-open", "Open records", this::openSelected),
                            Controls.item(
                                    "sidebar-menu-produce",
                                    "Produce…",
                                    () -> actions.openProducer(topic.profileId(), topic.name())),
                            Controls.item("sidebar-menu-copy", "Copy name", () -> clipboards.copy(topic.name())));
        } else if (row instanceof SidebarRow.Group group) {
            menu.getItems()
                    .addAll(
                            Controls.item("sidebar-menu-open", "Open group", this::openSelected),
                            Controls.item("sidebar-menu-copy", "Copy name", () -> clipboards.copy(group.id())));
        } else {
            return;
        }
        menu.show(tree, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
