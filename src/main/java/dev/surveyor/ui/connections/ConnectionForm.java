package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.service.decode.RegistryLogin;
import dev.surveyor.service.decode.RegistrySettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The fields of one connection while a person edits them, each checked as it is typed. */
final class ConnectionForm {

    private final String id;
    private final ClientPropertyCatalog catalog;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty servers = new SimpleStringProperty("");
    private final StringProperty clientId = new SimpleStringProperty("");
    private final EnvironmentForm environment = new EnvironmentForm(this::check);
    private final ObservableList<PropertyRow> properties = FXCollections.observableArrayList();
    private final List<String> notes;

    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper serversProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blocker = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    private @Nullable ConnectionProfile saved;
    private SecuritySettings security = SecuritySettings.NONE;
    private boolean loading;

    private ConnectionForm(String id, ClientPropertyCatalog catalog, List<String> notes) {
        this.id = id;
        this.catalog = catalog;
        this.notes = notes;
        name.addListener((property, before, now) -> check());
        servers.addListener((property, before, now) -> check());
        clientId.addListener((property, before, now) -> check());
    }

    /** Returns the form of a saved profile. */
    static ConnectionForm of(ConnectionProfile profile, ClientPropertyCatalog catalog) {
        ConnectionForm form = new ConnectionForm(profile.id(), catalog, List.of());
        form.show(profile);
        return form;
    }

    /** Returns the form of a connection that does not exist yet. */
    static ConnectionForm blank(ClientPropertyCatalog catalog) {
        ConnectionForm form = new ConnectionForm(ConnectionService.newId(), catalog, List.of());
        form.check();
        return form;
    }

    /** Returns the form of what was imported, to be looked at and saved. */
    static ConnectionForm of(ProfileDraft draft, ClientPropertyCatalog catalog) {
        ConnectionForm form = new ConnectionForm(ConnectionService.newId(), catalog, draft.notes());
        form.loading = true;
        form.name.set(draft.name());
        form.servers.set(String.join(", ", draft.bootstrapServers()));
        form.clientId.set(draft.clientId());
        Map<String, String> all = new TreeMap<>(draft.properties());
        draft.secrets().forEach((property, secret) -> all.put(property, secret.reveal()));
        all.forEach(form::addProperty);
        form.settle();
        form.loading = false;
        form.check();
        return form;
    }

    String id() {
        return id;
    }

    StringProperty nameProperty() {
        return name;
    }

    /** {@code host:port, host:port} */
    StringProperty serversProperty() {
        return servers;
    }

    StringProperty clientIdProperty() {
        return clientId;
    }

    EnvironmentForm environment() {
        return environment;
    }

    ObservableList<PropertyRow> properties() {
        return properties;
    }

    /** Returns what the import had to say, one sentence each. */
    List<String> notes() {
        return notes;
    }

    ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty serversProblemProperty() {
        return serversProblem.getReadOnlyProperty();
    }

    /** Why it cannot be saved, one sentence; empty where it can. */
    ReadOnlyStringProperty blockerProperty() {
        return blocker.getReadOnlyProperty();
    }

    /** Whether it differs from what is saved. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Returns whether it was never saved. */
    boolean isNew() {
        return saved == null;
    }

    /** Returns whether the servers are not the user's to choose. */
    boolean sandbox() {
        return id.equals(SandboxProfile.ID);
    }

    PropertyRow addProperty(String property, String value) {
        PropertyRow row = new PropertyRow(catalog, property, value, this::check);
        properties.add(row);
        check();
        return row;
    }

    void removeProperty(PropertyRow row) {
        properties.remove(row);
        check();
    }

    /** Moves a login out of the address of the schema registry into the properties that it has for them. */
    void settle() {
        row(RegistrySettings.URL)
                .ifPresent(url -> RegistryLogin.in(url.valueProperty().get()).ifPresent(login -> {
                    removeProperty(url);
                    addProperty(RegistrySettings.URL, login.urls());
                    fill(RegistrySettings.USER, login.user());
                    fill(RegistrySettings.PASSWORD, login.password().reveal());
                }));
    }

    /** Gives the property the value; an empty one changes nothing. */
    private void fill(String property, String value) {
        if (!value.isEmpty()) {
            row(property).ifPresent(this::removeProperty);
            addProperty(property, value);
        }
    }

    /** Returns the row of that name. */
    Optional<PropertyRow> row(String property) {
        return properties.stream()
                .filter(row -> row.trimmedName().equals(property))
                .findFirst();
    }

    /** Shows what is saved, and forgets what was typed. */
    void revert() {
        ConnectionProfile profile = saved;
        if (profile != null) {
            show(profile);
        }
    }

    /** Takes it as saved, from now on the base of {@link #changedProperty()}. What was typed meanwhile stays. */
    void savedAs(ConnectionProfile profile) {
        saved = profile;
        check();
    }

    /** Shows the profile where nothing was typed over the one of before. */
    void follow(ConnectionProfile profile) {
        if (profile.equals(saved)) {
            return;
        }
        if (changed.get()) {
            savedAs(profile);
        } else {
            show(profile);
        }
    }

    /** Returns what was typed, to be saved. Only where {@link #blockerProperty()} is empty. */
    ConnectionProfile profile() {
        Map<String, String> plain = new TreeMap<>();
        Set<String> secretNames = new TreeSet<>();
        for (PropertyRow row : properties) {
            if (row.blank()) {
                continue;
            }
            if (row.secretProperty().get() || wasSecret(row)) {
                secretNames.add(row.trimmedName());
            } else {
                plain.put(row.trimmedName(), row.valueProperty().get());
            }
        }
        return new ConnectionProfile(
                id,
                name.get().strip(),
                environment.environment(),
                BootstrapServers.split(servers.get()),
                clientId.get().strip(),
                security,
                plain,
                secretNames);
    }

    /** One that was asked for at each connect goes on so until it has a value that is kept. */
    private boolean wasSecret(PropertyRow row) {
        return saved != null
                && row.valueProperty().get().isEmpty()
                && saved.secretProperties().contains(row.trimmedName());
    }

    /** Returns the secrets that were typed into the table, by name. */
    Map<String, Secret> secrets() {
        Map<String, Secret> secrets = new HashMap<>();
        properties.forEach(row -> row.secretValue().ifPresent(secret -> secrets.put(row.trimmedName(), secret)));
        return secrets;
    }

    Environment shownEnvironment() {
        return environment.environment();
    }

    private void show(ConnectionProfile profile) {
        loading = true;
        saved = profile;
        security = profile.security();
        name.set(profile.name());
        servers.set(String.join(", ", profile.bootstrapServers()));
        clientId.set(profile.clientId());
        environment.show(profile.environment());
        properties.clear();
        profile.properties().forEach(this::addProperty);
        profile.secretProperties().forEach(secret -> addProperty(secret, ""));
        loading = false;
        check();
    }

    private void check() {
        if (loading) {
            return;
        }
        nameProblem.set(name.get().isBlank() ? "Give the connection a name." : "");
        serversProblem.set(BootstrapServers.problemWith(servers.get()).orElse(""));
        blocker.set(blockerNow());
        changed.set(blocker.get().isEmpty() ? !profile().equals(saved) : true);
    }

    private String blockerNow() {
        if (!nameProblem.get().isEmpty()) {
            return nameProblem.get();
        }
        if (!serversProblem.get().isEmpty()) {
            return serversProblem.get();
        }
        if (!environment.problem().isEmpty()) {
            return environment.problem();
        }
        Set<String> names = new HashSet<>();
        for (PropertyRow row : properties) {
            if (!row.blank() && row.trimmedName().isEmpty()) {
                return "A client property has a value and no name.";
            }
            if (!row.blank() && !names.add(row.trimmedName())) {
                return row.trimmedName() + " is there twice.";
            }
        }
        return "";
    }
}
