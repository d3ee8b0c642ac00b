package dev.surveyor.ui.connections;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.BootstrapServers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the list from profiles, forms and healths. */
final class ConnectionRows {

    private ConnectionRows() {}

    /**
     * Returns the rows that match the filter, in the order of the profiles, connections that are not saved yet last.
     * Forms are told of their saved profiles on the way.
     */
    static List<ConnectionRow> of(
            List<ConnectionProfile> profiles,
            Map<String, ConnectionForm> forms,
            Function<String, ConnectionHealth> health,
            String filter) {
        List<ConnectionRow> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (ConnectionProfile profile : profiles) {
            known.add(profile.id());
            ConnectionForm own = forms.get(profile.id());
            if (own != null) {
                own.follow(profile);
            }
            all.add(row(profile, own, health.apply(profile.id())));
        }
        forms.values().stream()
                .filter(own -> own.isNew() && !known.contains(own.id()))
                .forEach(own -> all.add(row(own)));
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(row -> matches(row, wanted)).toList();
    }

    /** Returns for instance {@code 6 profiles · 1 connected}. */
    static String summary(int profiles, long connected) {
        return Counted.of(profiles, "profile") + " · " + connected + " connected";
    }

    private static ConnectionRow row(ConnectionProfile profile, @Nullable ConnectionForm own, ConnectionHealth health) {
        return new ConnectionRow(
                profile.id(),
                profile.name(),
                profile.environment(),
                BootstrapServers.host(profile.bootstrapServers().get(0)),
                health,
                own != null && own.changedProperty().get(),
                true);
    }

    private static ConnectionRow row(ConnectionForm own) {
        String name = own.nameProperty().get().isBlank()
                ? "New connection"
                : own.nameProperty().get();
        return new ConnectionRow(
                own.id(),
                name,
                own.shownEnvironment(),
                "not saved yet",
                new ConnectionHealth.Disconnected(),
                true,
                false);
    }

    private static boolean matches(ConnectionRow row, String wanted) {
        return wanted.isEmpty()
                || (row.name() + " " + row.host() + " " + row.environment().name())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
