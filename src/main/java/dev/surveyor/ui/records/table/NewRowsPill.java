package dev.surveyor.ui.records.table;

import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.records.RecordTableViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many rows came below while the user looked elsewhere; leads to them. */
public final class NewRowsPill extends Button {

    public NewRowsPill(RecordTableViewModel model, Runnable toEnd) {
        setId("records-new");
        getStyleClass().setAll("new-rows-pill");
        Label count = new Label();
        count.getStyleClass().add("semibold");
        HBox words = new HBox(8, new FontIcon(Feather.ARROW_DOWN), count, new Label("End"));
        words.setAlignment(Pos.CENTER);
        setGraphic(words);
        setFocusTraversable(false);
        setOnAction(event -> toEnd.run());
        model.newRowsProperty().addListener((source, before, now) -> {
            count.setText(Numbers.grouped(now.longValue()) + " new");
            setAccessibleText(count.getText() + ", go to the end");
            setVisible(now.longValue() > 0);
        });
        setVisible(false);
    }
}
