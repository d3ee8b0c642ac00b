package dev.surveyor.service.connection;

import java.util.List;
import java.util.Optional;

/** A catalog of a few properties: integers, a list, passwords. */
public final class FakeCatalog implements ClientPropertyCatalog {

    private final List<ClientProperty> properties = List.of(
            property("request.timeout.ms", "INT", "30000", "0 or more", false),
            property("retry.backoff.ms", "LONG", "100", "0 or more", false),
            property("sasl.jaas.config", "PASSWORD", "", "", true),
            property("sasl.mechanism", "STRING", "GSSAPI", "", false),
            property("security.protocol", "STRING", "PLAINTEXT", "PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL", false),
            property("ssl.truststore.location", "STRING", "", "", false),
            property("ssl.truststore.password", "PASSWORD", "", "", true));

    private static ClientProperty property(String name, String type, String defaultText, String range, boolean secret) {
        return new ClientProperty(
                name, type, defaultText, range, "What " + name + " does.", secret, List.of("producer", "consumer"));
    }

    @Override
    public List<ClientProperty> all() {
        return properties;
    }

    @Override
    public Optional<ClientProperty> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<String> problemWith(String name, String value) {
        Optional<ClientProperty> property = find(name);
        if (property.isEmpty()) {
            return Optional.of(name + " is not a property of the client. Did you mean request.timeout.ms?");
        }
        boolean number =
                !property.get().type().equals("STRING") && !property.get().secret();
        return number && !value.matches("\\d+")
                ? Optional.of(name + " is a whole number, 0 or more, not '" + value + "'.")
                : Optional.empty();
    }
}
