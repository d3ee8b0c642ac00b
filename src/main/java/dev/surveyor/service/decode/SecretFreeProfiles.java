package dev.surveyor.service.decode;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ProfileStore;
import dev.surveyor.service.connection.SecretNames;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps profiles without what must not be on a disk: values of secrets, and passwords inside addresses. What is taken
 * out is asked for at connect. What an earlier version wrote in clear is taken out of the file when it is read.
 */
public final class SecretFreeProfiles implements ProfileStore {

    private final ProfileStore store;
    private final SecretNames names;

    public SecretFreeProfiles(ProfileStore store, SecretNames names) {
        this.store = store;
        this.names = names;
    }

    @Override
    public Loaded load() {
        Loaded loaded = store.load();
        List<ConnectionProfile> bare = new ArrayList<>();
        List<String> messages = new ArrayList<>(loaded.messages());
        boolean found = false;
        for (ConnectionProfile profile : loaded.profiles()) {
            ConnectionProfile without = withoutSecrets(profile);
            bare.add(without);
            if (!without.equals(profile)) {
                found = true;
                messages.add("The connection '" + profile.name() + "' held a secret in clear: it was taken out of the"
                        + " file and is asked for at connect.");
            }
        }
        if (found) {
            try {
                messages.addAll(store.save(bare));
            } catch (UncheckedIOException refused) {
                messages.add("The file with the secret could not be written (" + refused.getMessage() + ").");
            }
        }
        return new Loaded(bare, messages);
    }

    @Override
    public List<String> save(List<ConnectionProfile> profiles) {
        return store.save(profiles.stream().map(this::withoutSecrets).toList());
    }

    /** Returns the profile without secrets; one that holds none comes back equal. */
    ConnectionProfile withoutSecrets(ConnectionProfile profile) {
        Map<String, String> properties = new TreeMap<>(profile.properties());
        Set<String> secrets = new TreeSet<>(profile.secretProperties());
        RegistryLogin.in(properties.getOrDefault(RegistrySettings.URL, "")).ifPresent(login -> {
            properties.put(RegistrySettings.URL, login.urls());
            if (!login.user().isEmpty()) {
                properties.putIfAbsent(RegistrySettings.USER, login.user());
            }
            if (!login.password().reveal().isEmpty()) {
                secrets.add(RegistrySettings.PASSWORD);
            }
        });
        properties.forEach((name, value) -> {
            if (names.holds(name, value)) {
                secrets.add(name);
            }
        });
        properties.keySet().removeAll(secrets);
        return new ConnectionProfile(
                profile.id(),
                profile.name(),
                profile.environment(),
                profile.bootstrapServers(),
                profile.clientId(),
                profile.security(),
                properties,
                secrets);
    }
}
