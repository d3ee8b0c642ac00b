package dev.surveyor.service.decode;

import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.connection.AddressLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * User and password that were written into the address of a schema registry, and the address without them.
 *
 * @param urls the addresses with commas between them
 * @param user may be empty
 * @param password empty where there is none
 */
public record RegistryLogin(String urls, String user, Secret password) {

    /** Returns the first login that stands in one of the addresses, all of them without theirs; empty for none. */
    public static Optional<RegistryLogin> in(String urls) {
        List<String> bare = new ArrayList<>();
        Optional<AddressLogin> first = Optional.empty();
        for (String url : urls.split(",")) {
            Optional<AddressLogin> login = AddressLogin.in(url);
            bare.add(login.map(AddressLogin::address).orElse(url));
            first = first.or(() -> login);
        }
        return first.map(
                login -> new RegistryLogin(String.join(",", bare), login.user(), new Secret(login.password())));
    }
}
