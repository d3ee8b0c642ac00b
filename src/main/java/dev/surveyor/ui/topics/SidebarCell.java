package dev.surveyor.ui.topics;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the sidebar: icon or dot, for a connection the word of its environment, name, and on the right a count or a state. */
final class SidebarCell extends TreeCell<SidebarNode> {

    private final Consumer<String> cancel;
    private final FontIcon icon = new FontIcon(Feather.DATABASE);
    private final Dot dot = new Dot(Dot.Kind.MUTED);
    private final EnvironmentTag environment = EnvironmentTag.small();
    private final Label name = new Label();
    private final Label right = new Label();
    private final Hyperlink cancelLink = Controls.link("sidebar-cancel", "Cancel", "", this::cancelLoading);
    private final StyledShape bar = new StyledShape("skeleton-bar");
    private final Tooltip tooltip = new Tooltip();
    private final HBox box = new HBox(6);

    /** @param cancel gives up on reading a connection, by its profile's id */
    SidebarCell(Consumer<String> cancel) {
        this.cancel = cancel;
        getStyleClass().add("sidebar-cell");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        right.getStyleClass().add("sidebar-right");
        Uncut.keep(right);
        icon.getStyleClass().add("small-icon");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        setOnDragDetected(this::drag);
        // As wide as the room that is left, so that the right side stays at the edge.
        setPrefWidth(0);
    }

    private void cancelLoading() {
        SidebarNode node = getItem();
        if (node != null && node.row() instanceof SidebarRow.Loading loading) {
            cancel.accept(loading.profileId());
        }
    }

    private void drag(MouseEvent event) {
        DraggedTopic topic = dragged();
        if (topic != null) {
            startDragAndDrop(TransferMode.COPY).setContent(topic.content());
            event.consume();
        }
    }

    /** Returns what a drag of this row carries, null where it cannot be dragged. */
    @Nullable
    DraggedTopic dragged() {
        SidebarNode node = getItem();
        return node != null && node.row() instanceof SidebarRow.Topic topic
                ? new DraggedTopic(topic.profileId(), topic.name())
                : null;
    }

    @Override
    protected void updateItem(@Nullable SidebarNode node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        draw(node.row());
        setGraphic(box);
    }

    private void draw(SidebarRow row) {
        name.getStyleClass().removeAll("semibold", "sidebar-note");
        right.getStyleClass().removeAll("warn", "semibold");
        if (row instanceof SidebarRow.Connection it) {
            dot.setKind(it.dot());
            name.getStyleClass().add("semibold");
            right.getStyleClass().add("semibold");
            environment.show(it.environment());
            String more = it.name() + ", " + it.environment().name() + ", " + it.state();
            show(it.name(), it.state(), more, dot, environment, name, right);
            setAccessibleText(more);
        } else if (row instanceof SidebarRow.Section it) {
            show(it.kind().words(), it.count(), "", name, right);
        } else if (row instanceof SidebarRow.Topic it) {
            icon.setIconCode(it.internal() ? Feather.SETTINGS : Feather.DATABASE);
            show(it.name(), it.partitions() + " p", it.name(), icon, name, right);
        } else if (row instanceof SidebarRow.Group it) {
            dot.setKind(it.dot());
            if (it.lagging()) {
                right.getStyleClass().add("warn");
            }
            show(it.id(), it.state(), it.id() + "\n" + it.meaning(), dot, name, right);
        } else if (row instanceof SidebarRow.Broker it) {
            icon.setIconCode(Feather.SERVER);
            show(it.name(), "", it.name() + (it.controller() ? "\nController" : ""), icon, name, right);
        } else if (row instanceof SidebarRow.Loading it) {
            name.getStyleClass().add("sidebar-note");
            show(it.text(), "", "", name, cancelLink);
        } else if (row instanceof SidebarRow.Skeleton) {
            show("", "", "", bar);
        } else if (row instanceof SidebarRow.Note it) {
            name.getStyleClass().add("sidebar-note");
            show(it.text(), "", it.text(), name);
        }
    }

    private void show(String words, String state, String more, javafx.scene.Node... nodes) {
        name.setText(words);
        right.setText(state);
        tooltip.setText(more);
        setTooltip(more.isEmpty() ? null : tooltip);
        setAccessibleText(words + " " + state);
        box.getChildren().setAll(nodes);
    }
}
