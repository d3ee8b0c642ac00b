package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.SecretNames;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One client property of the form, checked at each key. A secret's value is for the next connect and not saved. */
final class PropertyRow {

    private static final Map<String, String> ELSEWHERE = Map.of(
            "bootstrap.servers", "Set the servers on the General tab.",
            "client.id", "Set the client id on the General tab.");

    private final ClientPropertyCatalog catalog;
    private final SecretNames secretNames;
    private final Runnable changed;
    private final StringProperty name;
    private final StringProperty value;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper secret = new ReadOnlyBooleanWrapper();

    PropertyRow(ClientPropertyCatalog catalog, String name, String value, Runnable changed) {
        this.catalog = catalog;
        this.secretNames = new SecretNames(catalog);
        this.changed = changed;
        this.name = new SimpleStringProperty(name);
        this.value = new SimpleStringProperty(value);
        this.name.addListener((property, before, now) -> check());
        this.value.addListener((property, before, now) -> check());
        check();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty valueProperty() {
        return value;
    }

    /** What is wrong, one sentence; empty where it is fine. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is masked, asked for at connect and never saved. */
    ReadOnlyBooleanProperty secretProperty() {
        return secret.getReadOnlyProperty();
    }

    /** Returns whether nothing was typed yet: such a row counts for nothing. */
    boolean blank() {
        return name.get().isBlank() && value.get().isBlank();
    }

    String trimmedName() {
        return name.get().strip();
    }

    Optional<Secret> secretValue() {
        return secret.get() && !value.get().isEmpty() ? Optional.of(new Secret(value.get())) : Optional.empty();
    }

    /** Returns what the client says of the property, where it knows it. */
    Optional<ClientPropertyCatalog.ClientProperty> known() {
        return catalog.find(trimmedName());
    }

    private void check() {
        String property = trimmedName();
        secret.set(!property.isEmpty() && secretNames.holds(property, value.get()));
        problem.set(problemOf(property));
        changed.run();
    }

    private String problemOf(String property) {
        if (blank()) {
            return "";
        }
        if (property.isEmpty()) {
            return "The name is missing.";
        }
        if (ELSEWHERE.containsKey(property)) {
            return ELSEWHERE.getOrDefault(property, "");
        }
        if (secret.get() && known().isPresent()) {
            return "";
        }
        return catalog.problemWith(property, value.get()).orElse("");
    }
}
