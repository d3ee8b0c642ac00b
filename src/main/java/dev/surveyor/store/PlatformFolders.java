package dev.surveyor.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where this platform wants settings and data to be. Neither folder is made here.
 *
 * @param settings small files a user may back up: profiles, window layout
 * @param data big or replaceable files: the sandbox, logs
 */
public record PlatformFolders(Path settings, Path data) {

    /** The environment variable that puts both folders below one of the user's choice. */
    public static final String HOME_VARIABLE = "SURVEYOR_HOME";

    /** The system property of the same meaning; it wins over the variable. */
    public static final String HOME_PROPERTY = "surveyor.home";

    /** Returns the folders of this machine and user. */
    public static PlatformFolders detect() {
        return detect(
                name -> Optional.ofNullable(System.getenv(name)),
                name -> Optional.ofNullable(System.getProperty(name)));
    }

    /**
     * Returns the folders for such surroundings.
     *
     * @param environment answers environment variables
     * @param properties answers system properties
     */
    public static PlatformFolders detect(
            Function<String, Optional<String>> environment, Function<String, Optional<String>> properties) {
        Optional<Path> override = text(properties.apply(HOME_PROPERTY))
                .or(() -> text(environment.apply(HOME_VARIABLE)))
                .map(PlatformFolders::path)
                .map(Path::toAbsolutePath);
        if (override.isPresent()) {
            return new PlatformFolders(
                    override.get().resolve("settings"), override.get().resolve("data"));
        }
        Path home = path(text(properties.apply("user.home")).orElse("."));
        String system = text(properties.apply("os.name")).orElse("").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path roaming = absolute(environment.apply("APPDATA")).orElse(home.resolve("AppData/Roaming"));
            Path local = absolute(environment.apply("LOCALAPPDATA")).orElse(home.resolve("AppData/Local"));
            return new PlatformFolders(roaming.resolve("Surveyor"), local.resolve("Surveyor"));
        }
        if (system.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Surveyor");
            return new PlatformFolders(support, support.resolve("data"));
        }
        Path config = absolute(environment.apply("XDG_CONFIG_HOME")).orElse(home.resolve(".config"));
        Path data = absolute(environment.apply("XDG_DATA_HOME")).orElse(home.resolve(".local/share"));
        return new PlatformFolders(config.resolve("surveyor"), data.resolve("surveyor"));
    }

    private static Optional<String> text(Optional<String> value) {
        return value.filter(some -> !some.isBlank());
    }

    // The XDG specification says that a relative path there is to be ignored.
    private static Optional<Path> absolute(Optional<String> value) {
        return text(value).map(PlatformFolders::path).filter(Path::isAbsolute);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is not a folder name: " + e.getReason(), e);
        }
    }
}
