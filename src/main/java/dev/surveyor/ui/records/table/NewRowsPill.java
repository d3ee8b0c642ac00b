package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.ui.records.rows.RowFeed;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many rows came while the user looked elsewhere; stands at the side where they came, and leads to them. */
public final class NewRowsPill extends Button {

    private static final PseudoClass AT_TOP = PseudoClass.getPseudoClass("at-top");

    private final FontIcon arrow = new FontIcon();
    private final Label key = new Label();

    public NewRowsPill(RowFeed feed, Runnable toNewest) {
        setId("records-new");
        getStyleClass().setAll("new-rows-pill");
        Label count = new Label();
        count.getStyleClass().add("semibold");
        HBox words = new HBox(8, arrow, count, key);
        words.setAlignment(Pos.CENTER);
        setGraphic(words);
        setFocusTraversable(false);
        setOnAction(event -> toNewest.run());
        feed.position().newRowsProperty().addListener((source, before, now) -> {
            count.setText(Numbers.grouped(now.longValue()) + " new");
            setAccessibleText(count.getText() + ", go to the newest");
            setVisible(now.longValue() > 0);
        });
        setVisible(false);
        feed.newestFirstProperty().addListener((source, before, now) -> stand(now));
        stand(feed.newestFirstProperty().get());
    }

    private void stand(boolean newestFirst) {
        arrow.setIconCode(newestFirst ? Feather.ARROW_UP : Feather.ARROW_DOWN);
        key.setText(newestFirst ? "Home" : "End");
        StackPane.setAlignment(this, newestFirst ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
        pseudoClassStateChanged(AT_TOP, newestFirst);
    }
}
