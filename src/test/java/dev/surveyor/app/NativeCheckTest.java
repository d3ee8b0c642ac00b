package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeCheckTest {

    private static final String ALL = "libgtk-3.so.0 libpangoft2-1.0.so.0 libX11.so.6 libXtst.so.6";
    private static final Map<String, String> DESKTOP = Map.of("DISPLAY", ":0");

    @Test
    void a_machine_with_everything_has_no_problem() {
        assertThat(check(ALL, DESKTOP, true).problem()).isEmpty();
    }

    @Test
    void missing_libraries_are_named_with_their_packages() {
        assertThat(check("libpangoft2-1.0.so.0 libX11.so.6", DESKTOP, true).problem())
                .hasValue("Surveyor cannot open a window because libgtk-3.so.0, libXtst.so.6 are not installed; "
                        + "on Debian and Ubuntu run: sudo apt install libgtk-3-0 libxtst6");
    }

    @Test
    void a_missing_display_is_named_with_the_way_without_one() {
        assertThat(check(ALL, Map.of(), true).problem().orElseThrow())
                .contains("DISPLAY is not set")
                .contains("./surveyor");
    }

    @Test
    void a_wayland_session_without_an_x_server_is_told_what_it_lacks() {
        assertThat(check(ALL, Map.of("WAYLAND_DISPLAY", "wayland-0"), true)
                        .problem()
                        .orElseThrow())
                .contains("xwayland");
    }

    @Test
    void a_display_where_nobody_answers_is_named() {
        assertThat(check(ALL, Map.of("DISPLAY", ":77.0"), false).problem().orElseThrow())
                .contains("no X server answers at DISPLAY=:77.0");
    }

    @Test
    void a_display_of_another_machine_is_not_judged() {
        assertThat(check(ALL, Map.of("DISPLAY", "localhost:10.0"), false).problem())
                .isEmpty();
    }

    @Test
    void nothing_is_said_where_the_libraries_are_not_known_or_the_system_is_another() {
        assertThat(new NativeCheck(true, DESKTOP, Optional::empty, number -> true).problem())
                .isEmpty();
        assertThat(new NativeCheck(false, Map.of(), () -> Optional.of(""), number -> false).problem())
                .isEmpty();
    }

    private static NativeCheck check(String libraries, Map<String, String> environment, boolean answers) {
        return new NativeCheck(true, environment, () -> Optional.of(libraries), number -> answers);
    }
}
