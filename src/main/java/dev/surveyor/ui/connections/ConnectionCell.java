package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A connection in the list: the edge and tag of its environment, name, host, how it is doing. Can be dragged. */
final class ConnectionCell extends FilledListCell<ConnectionRow> {

    private final StyledShape edge = new StyledShape("connection-edge");
    private final EnvironmentTag tag = new EnvironmentTag();
    private final Label name = new Label();
    private final Label host = new Label();
    private final Dot dot = new Dot(Dot.Kind.OK);
    private final Label state = new Label();
    private final HBox row = new HBox();

    /** @param move gets the id of what was dragged and the place where it was dropped */
    ConnectionCell(BiConsumer<String, Integer> move) {
        getStyleClass().add("connection-cell");
        name.getStyleClass().add("semibold");
        host.getStyleClass().addAll("mono-small", "muted");
        state.getStyleClass().add("caption");
        dot.getStyleClass().add("small");
        VBox words = new VBox(name, host);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox health = new HBox(6, dot, state);
        health.setAlignment(Pos.CENTER_RIGHT);
        Uncut.keep(health);
        row.getChildren().addAll(edge, tag, words, health);
        row.getStyleClass().add("connection-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setOnDragDetected(event -> {
            ConnectionRow item = getItem();
            if (item != null && item.saved()) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.put(ConnectionList.DRAGGED, item.id());
                board.setContent(content);
                event.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasContent(ConnectionList.DRAGGED) && !isEmpty()) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().getContent(ConnectionList.DRAGGED) instanceof String id && !isEmpty()) {
                move.accept(id, getIndex());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    @Override
    protected void show(ConnectionRow item) {
        edge.setStyle("-fx-background-color: " + item.environment().color() + ";");
        tag.show(item.environment());
        name.setText(item.name());
        host.setText(item.host());
        String words = stateWords(item);
        state.setText(words);
        dot.setKind(kind(item));
        dot.setVisible(!words.isEmpty());
        setAccessibleText(item.name() + ", " + item.environment().name() + ", " + item.host() + ", " + words);
        setGraphic(row);
    }

    private static String stateWords(ConnectionRow item) {
        if (item.health() instanceof ConnectionHealth.Connected) {
            return item.unsaved() ? "on, unsaved" : "on";
        }
        if (item.health() instanceof ConnectionHealth.Connecting) {
            return "connecting";
        }
        if (item.health() instanceof ConnectionHealth.Reconnecting) {
            return "reconnecting";
        }
        if (item.health() instanceof ConnectionHealth.Failed) {
            return "failed";
        }
        return item.unsaved() ? "unsaved" : "";
    }

    private static Dot.Kind kind(ConnectionRow item) {
        if (item.health() instanceof ConnectionHealth.Connected) {
            return item.unsaved() ? Dot.Kind.WARN : Dot.Kind.OK;
        }
        return item.health() instanceof ConnectionHealth.Failed
                ? Dot.Kind.DANGER
                : item.health() instanceof ConnectionHealth.Connecting ? Dot.Kind.ACCENT : Dot.Kind.WARN;
    }
}
