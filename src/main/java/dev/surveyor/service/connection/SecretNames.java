package dev.surveyor.service.connection;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Tells which client properties hold secrets: those that the client declares as passwords, and, to be on the safe side,
 * those it does not know but whose name says so. Their values are never saved.
 */
public final class SecretNames implements Predicate<String> {

    private final ClientPropertyCatalog catalog;

    public SecretNames(ClientPropertyCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean test(String name) {
        return catalog.find(name)
                .map(ClientPropertyCatalog.ClientProperty::secret)
                .orElseGet(() -> soundsSecret(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean soundsSecret(String name) {
        return name.endsWith("password")
                || name.endsWith("secret")
                || name.endsWith("jaas.config")
                || name.endsWith("token")
                || name.endsWith("user.info")
                || name.endsWith("ssl.keystore.key");
    }
}
