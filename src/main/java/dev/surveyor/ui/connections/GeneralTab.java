package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What every connection has: name, environment, servers, client id. */
final class GeneralTab extends VBox {

    private final ConnectionForm form;
    private final TextField name = new TextField();

    GeneralTab(ConnectionForm form) {
        this.form = form;
        getStyleClass().add("form");
        if (!form.notes().isEmpty()) {
            Banner notes =
                    new Banner(Banner.Kind.INFO, "Imported; look at it, then save", String.join("\n", form.notes()));
            notes.setId("connection-notes");
            getChildren().add(notes);
        }
        getChildren().addAll(nameRow(), environmentRow(), customRow(), serversRow(), clientIdRow());
    }

    void focus() {
        name.requestFocus();
    }

    private Node nameRow() {
        name.setId("connection-name");
        name.getStyleClass().add("wide-field");
        name.setPromptText("for instance orders-dev");
        name.textProperty().bindBidirectional(form.nameProperty());
        return new FormRow("Name", name).problem("connection-name-problem", form.nameProblemProperty(), name);
    }

    private Node environmentRow() {
        if (form.sandbox()) {
            return new FormRow("Environment", new EnvironmentTag(form.shownEnvironment()), FormRow.hint("Sandbox"));
        }
        SegmentedControl<EnvironmentForm.Kind> kinds = new SegmentedControl<>(
                "connection-environment",
                kind -> kind == EnvironmentForm.Kind.CUSTOM ? "Custom" : kind.toString(),
                List.of(
                        EnvironmentForm.Kind.DEVELOPMENT,
                        EnvironmentForm.Kind.STAGING,
                        EnvironmentForm.Kind.PRODUCTION,
                        EnvironmentForm.Kind.CUSTOM));
        Uncut.keep(kinds);
        kinds.valueProperty().bindBidirectional(form.environment().kindProperty());
        return new FormRow("Environment", kinds, FormRow.hint("marks all of this connection"));
    }

    private Node customRow() {
        EnvironmentForm environment = form.environment();
        TextField word = Controls.field("connection-environment-name", "for instance Test", "narrow-field");
        word.textProperty().bindBidirectional(environment.customNameProperty());
        TextField color = Controls.field("connection-environment-color", "", "mono");
        color.setAccessibleText("Colour as #RRGGBB");
        color.textProperty().bindBidirectional(environment.customColorProperty());
        HBox swatches = new HBox(4);
        swatches.setAlignment(Pos.CENTER_LEFT);
        EnvironmentForm.COLORS.forEach(choice -> swatches.getChildren().add(swatch(choice)));
        FormRow row = new FormRow("Own environment", word, swatches, color);
        row.problem("connection-environment-problem", environment.nameProblemProperty(), word);
        row.problem("connection-environment-problem", environment.colorProblemProperty(), color);
        Shown.when(row, environment.kindProperty().map(kind -> kind == EnvironmentForm.Kind.CUSTOM));
        return row;
    }

    private Button swatch(String color) {
        StyledShape dot = new StyledShape("environment-swatch");
        dot.setStyle("-fx-background-color: " + color + ";");
        return Controls.dataButton(
                dot,
                "Colour " + color,
                () -> form.environment().customColorProperty().set(color),
                "flat",
                "button-icon",
                "small");
    }

    private Node serversRow() {
        TextField servers =
                Controls.field("connection-servers", "b1.example:9092, b2.example:9092", "mono", "wide-field");
        servers.textProperty().bindBidirectional(form.serversProperty());
        servers.setEditable(!form.sandbox());
        Label hint = FormRow.hint(form.sandbox() ? "where the sandbox runs" : "host:port, separated by commas");
        return new FormRow("Bootstrap servers", servers, hint)
                .problem("connection-servers-problem", form.serversProblemProperty(), servers);
    }

    private Node clientIdRow() {
        TextField clientId =
                Controls.field("connection-client-id", ConnectionProfile.DEFAULT_CLIENT_ID, "mono", "narrow-field");
        clientId.textProperty().bindBidirectional(form.clientIdProperty());
        return new FormRow("Client ID", clientId, FormRow.hint("how the brokers' logs call this app"));
    }
}
