package dev.surveyor.ui.connections;

import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the sandbox is filled with and what it leaves on the machine. */
final class SampleDataCard extends VBox {

    private static final List<Topic> TOPICS = List.of(
            new Topic("orders", 6, "JSON values, text headers, keyed"),
            new Topic("payments", 3, "64-bit numbers, repeated headers"),
            new Topic("audit", 1, "compacted: tombstones, binary"),
            new Topic("transfers", 2, "written in transactions, some aborted"));

    private static final double NAME_WIDTH = 84;

    private record Topic(String name, int partitions, String words) {}

    SampleDataCard(BooleanProperty sampleData, Path sandboxFolder) {
        getStyleClass().add("welcome-sample");
        HBox body = new HBox(24, topics(), new StyledShape("welcome-line"), facts(sandboxFolder));
        getChildren().addAll(head(sampleData), body);
    }

    private static Node head(BooleanProperty sampleData) {
        CheckBox tick = new CheckBox("Fill the sandbox with sample data");
        tick.setId("welcome-sample-data");
        tick.getStyleClass().add("semibold-13");
        tick.selectedProperty().bindBidirectional(sampleData);
        Label words = new Label("500 orders, then 5 more each second until you stop it");
        words.getStyleClass().addAll("muted", "body-12");
        HBox head = new HBox(8, tick, words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node topics() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("welcome-topics");
        ColumnConstraints name = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints chips = new ColumnConstraints();
        chips.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, chips, words);
        for (int row = 0; row < TOPICS.size(); row++) {
            Topic topic = TOPICS.get(row);
            Label topicName = new Label(topic.name());
            topicName.getStyleClass().add("mono-semibold");
            HBox partitions = new HBox(2);
            partitions.setAlignment(Pos.CENTER_LEFT);
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.getChildren().add(new PartitionChip(partition));
            }
            Label about = new Label(topic.words());
            about.getStyleClass().addAll("muted", "body-12");
            grid.addRow(row, topicName, partitions, about);
        }
        HBox.setHgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private static Node facts(Path sandboxFolder) {
        Node folder = fact(Feather.HARD_DRIVE, "One folder,", "kept when you quit, until you reset it");
        Tooltip.install(folder, new Tooltip(sandboxFolder.toString()));
        Label path = new Label(sandboxFolder.toString());
        path.getStyleClass().addAll("mono-small", "muted", "welcome-folder");
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        path.setTooltip(new Tooltip(sandboxFolder.toString()));
        VBox facts = new VBox(
                fact(Feather.CPU, "A real broker in its own process,", "on 127.0.0.1 only"),
                folder,
                path,
                fact(Feather.SHIELD, "Cannot touch other clusters.", "Stop or reset it at any time"));
        facts.getStyleClass().add("welcome-facts");
        return facts;
    }

    private static Node fact(Feather icon, String strong, String rest) {
        FontIcon symbol = new FontIcon(icon);
        symbol.getStyleClass().addAll("muted", "small-icon");
        Label first = new Label(strong);
        first.getStyleClass().addAll("medium", "body-12");
        Uncut.keep(first);
        Label second = new Label(rest);
        second.getStyleClass().addAll("muted", "body-12");
        HBox row = new HBox(4, symbol, first, second);
        HBox.setMargin(symbol, new javafx.geometry.Insets(0, 8, 0, 0));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("welcome-fact");
        return row;
    }
}
