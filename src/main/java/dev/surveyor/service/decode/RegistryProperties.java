package dev.surveyor.service.decode;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of client properties with those of the schema registry beside them. */
public final class RegistryProperties implements ClientPropertyCatalog {

    private static final List<ClientProperty> OWN = List.of(
            property(RegistrySettings.URL, "The address of the schema registry; several with commas between.", false),
            property(RegistrySettings.USER, "The user name for the schema registry.", false),
            property(RegistrySettings.PASSWORD, "The password for the schema registry.", true),
            property(RegistrySettings.TOKEN, "The bearer token for the schema registry.", true),
            property(
                    RegistrySettings.TRUSTSTORE,
                    "A file with the certificates to trust for the schema registry: PEM, PKCS12 or JKS.",
                    false),
            property(RegistrySettings.TRUSTSTORE_PASSWORD, "The password of that file.", true),
            property("basic.auth.user.info", "User and password for the schema registry, as user:password.", true),
            property("basic.auth.credentials.source", "Read over: user and password decide.", false),
            property("bearer.auth.token", "The bearer token for the schema registry.", true),
            property("bearer.auth.credentials.source", "Read over: the token decides.", false));

    private final ClientPropertyCatalog clients;

    public RegistryProperties(ClientPropertyCatalog clients) {
        this.clients = clients;
    }

    @Override
    public List<ClientProperty> all() {
        List<ClientProperty> all = new ArrayList<>(clients.all());
        all.addAll(OWN);
        return all;
    }

    @Override
    public Optional<ClientProperty> find(String name) {
        return OWN.stream().filter(own -> own.name().equals(name)).findFirst().or(() -> clients.find(name));
    }

    @Override
    public Optional<String> problemWith(String name, String value) {
        if (name.equals(RegistrySettings.URL)) {
            return problemWithUrls(value);
        }
        if (RegistrySettings.names(name)) {
            return Optional.empty();
        }
        return clients.problemWith(name, value);
    }

    /** Returns what is wrong with the registry's addresses, in one sentence; empty where they are fine. */
    public static Optional<String> problemWithUrls(String value) {
        for (String url : value.split(",")) {
            String text = url.strip();
            try {
                URI uri = URI.create(text);
                String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
                if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
                    return Optional.of("'" + text + "' is no address: it begins with http:// or https:// and a host.");
                }
                if (uri.getUserInfo() != null) {
                    return Optional.of("The address holds a user name or password: they have fields of their own.");
                }
            } catch (IllegalArgumentException broken) {
                return Optional.of("'" + text + "' is no address: " + broken.getMessage());
            }
        }
        return Optional.empty();
    }

    private static ClientProperty property(String name, String documentation, boolean secret) {
        return new ClientProperty(
                name, secret ? "PASSWORD" : "STRING", "", "", documentation, secret, List.of("schema registry"));
    }
}
