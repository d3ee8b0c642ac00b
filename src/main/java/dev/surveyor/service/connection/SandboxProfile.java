package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The profile of the sandbox. Its bootstrap server is where the sandbox runs, never what a user typed. */
public final class SandboxProfile {

    /** The id of the one profile of the sandbox. */
    public static final String ID = "sandbox";

    private SandboxProfile() {}

    /** Returns the profile of a sandbox that runs there. */
    public static ConnectionProfile of(String bootstrapServer) {
        return new ConnectionProfile(
                ID,
                "sandbox",
                Environment.SANDBOX,
                List.of(bootstrapServer),
                "",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
    }

    /** Returns the profile with the place where the sandbox runs now; all that the user chose stays. */
    static ConnectionProfile movedTo(ConnectionProfile profile, String bootstrapServer) {
        return new ConnectionProfile(
                profile.id(),
                profile.name(),
                profile.environment(),
                List.of(bootstrapServer),
                profile.clientId(),
                profile.security(),
                profile.properties(),
                profile.secretProperties());
    }
}
