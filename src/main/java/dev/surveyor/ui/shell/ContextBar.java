package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The top line: which connection this is, as a word and a colour, how it is doing, and the way to the palette. */
final class ContextBar extends HBox {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final PseudoClass SANDBOX = PseudoClass.getPseudoClass("sandbox");
    private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

    private final Label band = new Label();
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label version = new Label();
    private final StyledShape healthDot = new StyledShape("health-dot");
    private final Label health = new Label();
    private final Button command = Controls.button("context-command", "", "", "command-field");

    ContextBar() {
        getStyleClass().add("context-bar");
        setAlignment(Pos.CENTER_LEFT);
        connection();
        commandField();
        show(null, new ConnectionHealth.Disconnected());
    }

    private void connection() {
        band.setId("context-environment");
        band.getStyleClass().add("environment-band");
        Uncut.keep(band);
        name.setId("context-connection");
        name.getStyleClass().addAll("context-name", "semibold");
        address.setId("context-address");
        address.getStyleClass().addAll("mono", "muted");
        version.getStyleClass().add("muted");
        health.setId("context-health");
        health.getStyleClass().add("context-health");
        HBox healthBox = new HBox(6, healthDot, health);
        healthBox.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(band, name, address, version, healthBox, new Spacer(), command);
        Uncut.keep(name);
    }

    private void commandField() {
        Label prompt = new Label("Search or run a command\u2026", new FontIcon(Feather.SEARCH));
        Label keys = new Label("Ctrl K");
        keys.getStyleClass().add("key-hint");
        HBox content = new HBox(8, prompt, new Spacer(), keys);
        content.setAlignment(Pos.CENTER_LEFT);
        command.setGraphic(content);
        content.prefWidthProperty().bind(command.widthProperty().subtract(18));
        command.setAccessibleText("Search or run a command, Ctrl K");
        setNarrow(false);
    }

    /** Says what the command field opens. */
    void begin(Runnable openPalette) {
        command.setOnAction(event -> openPalette.run());
    }

    /** Makes the command field shorter where the window is narrow. */
    void setNarrow(boolean narrow) {
        double width = narrow ? 260 : 320;
        command.setMinWidth(width);
        command.setPrefWidth(width);
        command.setMaxWidth(width);
    }

    /** Shows a connection, or the absence of one. */
    void show(@Nullable ConnectionProfile profile, ConnectionHealth state) {
        Environment environment = profile == null ? null : profile.environment();
        pseudoClassStateChanged(SANDBOX, environment != null && environment.equals(Environment.SANDBOX));
        pseudoClassStateChanged(PRODUCTION, environment != null && environment.equals(Environment.PRODUCTION));
        Shown.set(band, environment != null);
        if (environment != null) {
            band.setText(environment.name().toUpperCase(Locale.ROOT));
            band.setStyle("-fx-background-color: " + environment.color() + ";");
        }
        name.setText(profile == null ? "Surveyor" : profile.name());
        address.setText(profile == null ? "" : profile.bootstrapServers().get(0));
        Shown.set(address, profile != null);
        boolean connected = state instanceof ConnectionHealth.Connected;
        String release = state instanceof ConnectionHealth.Connected up ? up.version() : null;
        version.setText(release == null ? "" : "Kafka " + release);
        Shown.set(version, release != null);
        Shown.set(healthDot, profile != null);
        health.setText(profile == null ? "No connection" : HealthText.of(state));
        health.getStyleClass().setAll("label", "context-health", profile == null ? "muted" : connected ? "ok" : "bad");
        pseudoClassStateChanged(EMPTY, profile == null);
        healthDot.getStyleClass().setAll("health-dot", HealthText.styleOf(state));
    }
}
