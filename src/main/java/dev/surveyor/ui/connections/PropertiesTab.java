package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ClientPropertyCatalog.ClientProperty;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Further client properties by name, and what the client says of the one that has the focus. */
final class PropertiesTab extends VBox {

    private final ConnectionForm form;
    private final ClientPropertyCatalog catalog;
    private final VBox rows = new VBox();
    private final Label docsTitle = new Label();
    private final Label docs = new Label();
    private final Map<PropertyRow, PropertyRowView> views = new HashMap<>();

    PropertiesTab(ConnectionForm form, ClientPropertyCatalog catalog) {
        this.form = form;
        this.catalog = catalog;
        getStyleClass().add("properties");
        ScrollPane scroll = new ScrollPane(new VBox(rows, addRow()));
        scroll.getStyleClass().add("properties-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, documentation());
        rows.getStyleClass().add("property-rows");
        form.properties().addListener((ListChangeListener<PropertyRow>) change -> show());
        show();
        describe(null);
    }

    private Node addRow() {
        Button add = Controls.button("connection-property-add", "Add _property", "", () -> {
            PropertyRow row = form.addProperty("", "");
            PropertyRowView view = views.get(row);
            if (view != null) {
                view.focusName();
            }
        });
        add.setGraphic(new FontIcon(Feather.PLUS));
        Label hint = FormRow.hint("any property of the Kafka clients; names are offered as you type");
        HBox line = new HBox(12, add, hint);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("property-add");
        return line;
    }

    private Node documentation() {
        docsTitle.getStyleClass().add("mono-semibold");
        docs.getStyleClass().addAll("body-12", "muted");
        docs.setWrapText(true);
        ScrollPane scroll = new ScrollPane(docs);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("properties-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(4, docsTitle, scroll);
        box.setId("connection-property-docs");
        box.getStyleClass().add("property-docs");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private void show() {
        views.keySet().retainAll(form.properties());
        rows.getChildren().setAll(form.properties().stream().map(this::view).toList());
        for (int i = 0; i < form.properties().size(); i++) {
            view(form.properties().get(i)).ids("connection-property-" + i);
        }
    }

    private PropertyRowView view(PropertyRow row) {
        return views.computeIfAbsent(row, made -> {
            made.nameProperty().addListener((property, before, now) -> describe(made));
            return new PropertyRowView(made, catalog, form::removeProperty, this::describe);
        });
    }

    private void describe(@Nullable PropertyRow row) {
        ClientProperty known = row == null ? null : row.known().orElse(null);
        if (known == null) {
            docsTitle.setText("");
            docs.setText("The client's own description of a property stands here while you edit it.");
        } else {
            docsTitle.setText(known.name());
            docs.setText(known.documentation()
                    + (known.usedBy().isEmpty() ? "" : "\nUsed by: " + String.join(", ", known.usedBy()) + "."));
        }
        Shown.set(docsTitle, known != null);
    }
}
