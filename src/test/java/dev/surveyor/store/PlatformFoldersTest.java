package dev.surveyor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformFoldersTest {

    private static PlatformFolders detect(Map<String, String> environment, Map<String, String> properties) {
        return PlatformFolders.detect(
                name -> Optional.ofNullable(environment.get(name)), name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void linux_uses_the_xdg_defaults_below_the_home_folder() {
        PlatformFolders folders = detect(Map.of(), Map.of("os.name", "Linux", "user.home", "/home/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/home/ada/.config/surveyor"));
        assertThat(folders.data()).isEqualTo(Path.of("/home/ada/.local/share/surveyor"));
    }

    @Test
    void linux_follows_the_xdg_variables_where_they_are_absolute() {
        PlatformFolders folders = detect(
                Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_DATA_HOME", "relative"),
                Map.of("os.name", "Linux", "user.home", "/home/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/etc/ada/surveyor"));
        assertThat(folders.data()).isEqualTo(Path.of("/home/ada/.local/share/surveyor"));
    }

    @Test
    void mac_uses_application_support() {
        PlatformFolders folders = detect(Map.of(), Map.of("os.name", "Mac OS X", "user.home", "/Users/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/Users/ada/Library/Application Support/Surveyor"));
        assertThat(folders.data()).startsWithRaw(folders.settings());
    }

    @Test
    void windows_keeps_settings_roaming_and_data_local() {
        PlatformFolders folders = detect(
                Map.of("APPDATA", "/profiles/roaming", "LOCALAPPDATA", "/profiles/local"),
                Map.of("os.name", "Windows 11", "user.home", "/profiles/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/profiles/roaming/Surveyor"));
        assertThat(folders.data()).isEqualTo(Path.of("/profiles/local/Surveyor"));
    }

    @Test
    void surveyor_home_overrides_both() {
        PlatformFolders folders =
                detect(Map.of("SURVEYOR_HOME", "/srv/surveyor"), Map.of("os.name", "Linux", "user.home", "/home/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/srv/surveyor/settings"));
        assertThat(folders.data()).isEqualTo(Path.of("/srv/surveyor/data"));
    }

    @Test
    void the_system_property_wins_over_the_variable() {
        PlatformFolders folders = detect(
                Map.of("SURVEYOR_HOME", "/srv/surveyor"),
                Map.of("surveyor.home", "/tmp/test", "os.name", "Linux", "user.home", "/home/ada"));
        assertThat(folders.settings()).isEqualTo(Path.of("/tmp/test/settings"));
    }
}
