package dev.surveyor.ui.records.page;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.WrappingPage;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of several topics, or of a pattern, in one table. */
final class SeveralTopicsPage extends WrappingPage {

    private final VBox content;

    SeveralTopicsPage(Subscription subscription, Page table) {
        super(table);
        Label words = new Label(words(subscription));
        words.setId("topics-words");
        words.getStyleClass().add("semibold");
        Label how = new Label("merged by time");
        how.getStyleClass().add("caption");
        Uncut.keep(how);
        HBox strip = new HBox(8, words, how, new Spacer());
        strip.getChildren().addAll(table.actions());
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
    public Node content() {
        return content;
    }
}
