package dev.surveyor.service.connection;

import java.util.List;
import java.util.Optional;

/** What the client knows of its own properties: names, types, ranges. Safe for use by any thread. */
public interface ClientPropertyCatalog {

    /** Returns every known property, by name. */
    List<ClientProperty> all();

    /** Returns the property of that name, if the client knows it. */
    Optional<ClientProperty> find(String name);

    /**
     * Returns what is wrong with the value, in one sentence that names the type or the range; empty where it is fine.
     * An unknown name is wrong too, with the nearest known one as a hint.
     */
    Optional<String> problemWith(String name, String value);

    /**
     * A property of the client.
     *
     * @param name for instance {@code request.timeout.ms}
     * @param type the client's word for its type, for instance {@code INT}
     * @param defaultText the default as text; empty where there is none
     * @param range what values are allowed, in words; empty for all of the type
     * @param documentation one paragraph of plain text
     * @param secret whether it is of the password type: masked, never saved
     * @param usedBy {@code producer}, {@code consumer}, {@code admin}, as far as they know it
     */
    record ClientProperty(
            String name,
            String type,
            String defaultText,
            String range,
            String documentation,
            boolean secret,
            List<String> usedBy) {
        public ClientProperty {
            usedBy = List.copyOf(usedBy);
        }
    }
}
