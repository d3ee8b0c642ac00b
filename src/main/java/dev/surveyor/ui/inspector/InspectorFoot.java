package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Spacer;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the record as a whole: copy it, send it again, mark it. */
final class InspectorFoot extends HBox {

    private final InspectorActions actions;
    private @Nullable ConsumedRecord record;

    /**
     * @param save writes a part of the record to a file that the user chooses
     */
    InspectorFoot(InspectorActions actions, Consumer<RecordPart> save) {
        super(8);
        this.actions = actions;
        getStyleClass().add("inspector-actions");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(copyMenu(save));
        Consumer<ConsumedRecord> resend = actions.resend();
        if (resend != null) {
            Button again = Controls.button("inspector-resend", "Re-send…", "", () -> withRecord(resend));
            again.setGraphic(new FontIcon(Feather.SEND));
            getChildren().add(again);
        }
        getChildren().add(new Spacer());
        Consumer<ConsumedRecord> toggle = actions.toggleMark();
        if (toggle != null) {
            Button mark = InspectorBar.icon(
                    "inspector-mark", Feather.FLAG, "Mark this record (Ctrl+D)", () -> withRecord(toggle));
            mark.getStyleClass().remove("flat");
            getChildren().add(mark);
        }
    }

    void show(@Nullable ConsumedRecord now) {
        record = now;
    }

    private MenuButton copyMenu(Consumer<RecordPart> save) {
        MenuButton menu = new MenuButton("Copy as");
        menu.setId("inspector-copy");
        menu.setGraphic(new FontIcon(Feather.COPY));
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = Controls.item(
                    "inspector-copy-" + format.id(),
                    format.label(),
                    () -> withRecord(now -> actions.copy().accept(format, List.of(now))));
            menu.getItems().add(item);
        }
        MenuItem saveValue = Controls.item("inspector-save-value", "Save value…", () -> save.accept(RecordPart.VALUE));
        MenuItem saveKey = Controls.item("inspector-save-key", "Save key…", () -> save.accept(RecordPart.KEY));
        menu.getItems().addAll(new SeparatorMenuItem(), saveValue, saveKey);
        menu.setOnShowing(event -> {
            ConsumedRecord now = record;
            boolean noValue = now == null || now.valueLength() < 0;
            boolean noKey = now == null || now.keyLength() < 0;
            saveValue.setDisable(noValue);
            saveValue.setText(noValue ? "Save value… (it is null)" : "Save value…");
            saveKey.setDisable(noKey);
            saveKey.setText(noKey ? "Save key… (it is null)" : "Save key…");
        });
        return menu;
    }

    private void withRecord(Consumer<ConsumedRecord> action) {
        ConsumedRecord now = record;
        if (now != null) {
            action.accept(now);
        }
    }
}
