package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EmptyState;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The connections: the list on the left, the form of the selected one on the right. */
public final class ConnectionsView extends StackPane {

    private final ConnectionsViewModel model;
    private final ClientPropertyCatalog catalog;
    private final Clipboards clipboards;
    private final ConnectionList list;
    private final BorderPane frame = new BorderPane();
    private final Map<ConnectionForm, ConnectionFormView> forms = new HashMap<>();
    private final FailureBanner saveFailure;

    public ConnectionsView(
            ConnectionsViewModel model,
            ImportViewModel importModel,
            ClientPropertyCatalog catalog,
            Clipboards clipboards) {
        this.model = model;
        this.catalog = catalog;
        this.clipboards = clipboards;
        list = new ConnectionList(model, importModel);
        saveFailure = new FailureBanner("connections-save", clipboards);
        getStylesheets().add(StyleSheets.of(ConnectionsView.class));
        setId("connections");
        frame.setTop(saveFailure);
        frame.setLeft(list);
        Node undo = undo();
        StackPane.setAlignment(undo, Pos.BOTTOM_CENTER);
        getChildren().addAll(frame, undo);
        bind();
    }

    /** Puts the focus on the list, or on the form of a connection that is not saved yet. */
    public void focus() {
        ConnectionForm form = model.formProperty().get();
        if (form != null && form.isNew()) {
            view(form).focus();
        } else {
            list.focus();
        }
    }

    private Node undo() {
        Label words = new Label();
        words.setId("connections-undo-text");
        Button undo =
                Controls.button("connections-undo", "_Undo", "", model::undoDelete, "small", "flat", "toast-action");
        HBox toast = new HBox(words, undo);
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toast.setVisible(false);
        model.deletedProperty().addListener((property, before, now) -> {
            toast.setVisible(now != null);
            if (now != null) {
                words.setText("Deleted " + now.profile().name() + ".");
            }
        });
        StackPane.setMargin(toast, new Insets(0, 0, 64, 0));
        return toast;
    }

    private void bind() {
        model.formProperty().addListener((property, before, now) -> {
            show(now);
            if (now != null && now.isNew()) {
                // Makes the skins, so that the field can take the focus at once.
                frame.applyCss();
                view(now).focus();
            }
        });
        show(model.formProperty().get());
        model.saveFailureProperty().addListener((property, before, now) -> saveFailure.show(now));
        saveFailure.show(model.saveFailureProperty().get());
    }

    private void show(@Nullable ConnectionForm form) {
        frame.setCenter(form == null ? nothing() : view(form));
    }

    private ConnectionFormView view(ConnectionForm form) {
        return forms.computeIfAbsent(form, made -> new ConnectionFormView(made, model, catalog, clipboards));
    }

    private Node nothing() {
        EmptyState empty = new EmptyState(
                Feather.SERVER, "Select a connection", "Or add one: you need the host and port of one of its brokers.");
        empty.button("connections-add-first", "Add connection…", model::add);
        return empty;
    }
}
