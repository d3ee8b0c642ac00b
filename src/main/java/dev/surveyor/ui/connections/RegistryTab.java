package dev.surveyor.ui.connections;

import dev.surveyor.service.decode.RegistryProperties;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Where the schema registry of a connection is and how to log in: fields for the properties of the profile that begin
 * with {@code schema.registry.}. Passwords and tokens are asked for at connect, like every secret.
 */
final class RegistryTab extends VBox {

    /** How the registry knows who asks. */
    enum Login {
        NONE("None"),
        PASSWORD("User and password"),
        TOKEN("Token");

        private final String label;

        Login(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final ConnectionForm form;
    private final TextField url = field("connection-registry-url", "https://registry.example:8081");
    private final SegmentedControl<Login> login =
            new SegmentedControl<>("connection-registry-login", Login::label, List.of(Login.values()));
    private final TextField user = Controls.field("connection-registry-user", "", "mono", "narrow-field");
    private final PasswordField password = secret("connection-registry-password");
    private final PasswordField token = secret("connection-registry-token");
    private final TextField truststore = field("connection-registry-truststore", "/path/to/ca.pem");
    private final PasswordField truststorePassword = secret("connection-registry-truststore-password");
    private final ReadOnlyStringWrapper urlProblem = new ReadOnlyStringWrapper("");
    private boolean reading;

    RegistryTab(ConnectionForm form) {
        this.form = form;
        getStyleClass().add("form");
        Label intro =
                FormRow.hint("Keys and values that were written with a schema registry are decoded with its schemas.");
        intro.setWrapText(true);
        intro.setMinHeight(Region.USE_PREF_SIZE);
        Node userRow = new FormRow("User", user);
        Node passwordRow = new FormRow("Password", password, FormRow.hint("never saved, asked for at connect"));
        Node tokenRow = new FormRow("Token", token, FormRow.hint("never saved, asked for at connect"));
        for (Node row : List.of(userRow, passwordRow)) {
            Shown.when(row, login.valueProperty().map(choice -> choice == Login.PASSWORD));
        }
        Shown.when(tokenRow, login.valueProperty().map(choice -> choice == Login.TOKEN));
        getChildren()
                .addAll(
                        intro,
                        new FormRow("Address", url).problem("connection-registry-problem", urlProblem, url),
                        new FormRow("Log in with", login),
                        userRow,
                        passwordRow,
                        tokenRow,
                        new FormRow("Truststore", truststore, FormRow.hint("PEM, PKCS12 or JKS file")),
                        new FormRow("Its password", truststorePassword, FormRow.hint("empty for PEM")));
        read();
        bind();
    }

    private void bind() {
        write(url, RegistrySettings.URL);
        write(user, RegistrySettings.USER);
        write(password, RegistrySettings.PASSWORD);
        write(token, RegistrySettings.TOKEN);
        write(truststore, RegistrySettings.TRUSTSTORE);
        write(truststorePassword, RegistrySettings.TRUSTSTORE_PASSWORD);
        login.valueProperty().addListener((source, before, now) -> chooseLogin(now));
        url.focusedProperty().addListener((source, before, now) -> {
            if (before) {
                form.settle();
            }
        });
        form.properties().addListener((ListChangeListener<PropertyRow>) change -> read());
    }

    private void write(TextField from, String property) {
        from.textProperty().addListener((source, before, now) -> {
            if (!reading) {
                put(
                        property,
                        now,
                        from instanceof PasswordField && !property.equals(RegistrySettings.TRUSTSTORE_PASSWORD));
            }
            check();
        });
    }

    /** A secret stays named while it is empty: then it is asked for. */
    private void put(String property, String value, boolean keptEmpty) {
        reading = true;
        Optional<PropertyRow> row = form.row(property);
        if (value.isEmpty() && !keptEmpty) {
            row.ifPresent(form::removeProperty);
        } else if (row.isPresent()) {
            row.get().valueProperty().set(value);
        } else {
            PropertyRow unused = form.addProperty(property, value);
        }
        reading = false;
    }

    private void chooseLogin(Login now) {
        if (reading) {
            return;
        }
        if (now != Login.PASSWORD) {
            put(RegistrySettings.USER, "", false);
            put(RegistrySettings.PASSWORD, "", false);
        }
        if (now != Login.TOKEN) {
            put(RegistrySettings.TOKEN, "", false);
        }
        if (now == Login.PASSWORD) {
            put(RegistrySettings.PASSWORD, password.getText(), true);
        } else if (now == Login.TOKEN) {
            put(RegistrySettings.TOKEN, token.getText(), true);
        }
    }

    /** Shows what the properties say, after they were changed elsewhere too. */
    private void read() {
        if (reading) {
            return;
        }
        reading = true;
        show(url, RegistrySettings.URL);
        show(user, RegistrySettings.USER);
        show(password, RegistrySettings.PASSWORD);
        show(token, RegistrySettings.TOKEN);
        show(truststore, RegistrySettings.TRUSTSTORE);
        show(truststorePassword, RegistrySettings.TRUSTSTORE_PASSWORD);
        boolean named = form.row(RegistrySettings.PASSWORD).isPresent()
                || form.row(RegistrySettings.USER).isPresent();
        login.valueProperty()
                .setValue(
                        named
                                ? Login.PASSWORD
                                : form.row(RegistrySettings.TOKEN).isPresent() ? Login.TOKEN : Login.NONE);
        reading = false;
        check();
    }

    private void show(TextField field, String property) {
        field.setText(form.row(property).map(row -> row.valueProperty().get()).orElse(""));
    }

    private void check() {
        urlProblem.set(
                url.getText().isBlank()
                        ? ""
                        : RegistryProperties.problemWithUrls(url.getText()).orElse(""));
    }

    private static TextField field(String id, String prompt) {
        return Controls.field(id, prompt, "mono");
    }

    private static PasswordField secret(String id) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.getStyleClass().add("narrow-field");
        return field;
    }
}
