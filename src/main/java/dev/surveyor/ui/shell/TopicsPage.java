package dev.surveyor.ui.shell;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.PageCommand;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of several topics, or of a pattern, in one table. */
final class TopicsPage implements Page {

    private final Page table;
    private final VBox content;

    /**
     * @param actions what stands at the right above the table
     */
    TopicsPage(Subscription subscription, Page table, List<Node> actions) {
        this.table = table;
        Label words = new Label(words(subscription));
        words.setId("topics-words");
        words.getStyleClass().add("semibold");
        Label how = new Label("merged by time");
        how.getStyleClass().add("caption");
        Uncut.keep(how);
        HBox strip = new HBox(8, words, how, new Spacer());
        strip.getChildren().addAll(actions);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("topics-strip");
        VBox.setVgrow(table.content(), Priority.ALWAYS);
        content = new VBox(strip, table.content());
    }

    private static String words(Subscription subscription) {
        if (subscription instanceof Subscription.Topics topics) {
            return String.join(", ", topics.names());
        }
        return "Topics that match " + subscription.text();
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return table.titleProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return table.markProperty();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public @Nullable Node inspector() {
        return table.inspector();
    }

    @Override
    public List<Node> statusCounts() {
        return table.statusCounts();
    }

    @Override
    public List<Node> statusState() {
        return table.statusState();
    }

    @Override
    public List<PageCommand> commands() {
        return table.commands();
    }

    @Override
    public void focus() {
        table.focus();
    }

    @Override
    public void close() {
        table.close();
    }
}
