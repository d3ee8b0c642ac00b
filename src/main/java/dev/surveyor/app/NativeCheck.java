package dev.surveyor.app;

import dev.surveyor.codec.words.Counted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out, before the toolkit is loaded, why a window could not be opened on this Linux, and says so in a sentence. It
 * speaks only when it is sure; on other systems, and where the system's list of libraries cannot be had, it is silent.
 */
public final class NativeCheck {

    /** Each library that the window needs, with the Debian package that has it. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("libgtk-3.so.0", "libgtk-3-0");
        NEEDED.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        NEEDED.put("libX11.so.6", "libx11-6");
        NEEDED.put("libXtst.so.6", "libxtst6");
    }

    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final long LONGEST_LIST_S = 5;

    private final boolean linux;
    private final Map<String, String> environment;
    private final Supplier<Optional<String>> libraries;
    private final Predicate<String> displayAnswers;

    NativeCheck(
            boolean linux,
            Map<String, String> environment,
            Supplier<Optional<String>> libraries,
            Predicate<String> displayAnswers) {
        this.linux = linux;
        this.environment = environment;
        this.libraries = libraries;
        this.displayAnswers = displayAnswers;
    }

    /** Returns the check of this machine. */
    public static NativeCheck ofThisMachine() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean virtualScreen = "Monocle".equals(System.getProperty("glass.platform"));
        return new NativeCheck(
                linux && !virtualScreen, System.getenv(), NativeCheck::listLibraries, NativeCheck::hasSocket);
    }

    /** Returns one sentence that names the cause and the remedy, or empty where nothing is known to be in the way. */
    public Optional<String> problem() {
        if (!linux) {
            return Optional.empty();
        }
        return missingLibraries().or(this::missingDisplay);
    }

    private Optional<String> missingLibraries() {
        Optional<String> present = libraries.get();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = NEEDED.keySet().stream()
                .filter(library -> !present.get().contains(library))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String packages = String.join(" ", missing.stream().map(NEEDED::get).toList());
        return Optional.of("Surveyor cannot open a window because " + String.join(", ", missing)
                + Counted.word(missing.size(), " is", " are")
                + " not installed; on Debian and Ubuntu run: sudo apt install "
                + packages);
    }

    private Optional<String> missingDisplay() {
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty()) {
            String hint = environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                    ? "start it from a desktop session, or run ./surveyor, which plays the tour without a display"
                    : "on Wayland it needs Xwayland; on Debian and Ubuntu run: sudo apt install xwayland";
            return Optional.of("Surveyor cannot open a window because DISPLAY is not set; " + hint);
        }
        Matcher local = LOCAL_DISPLAY.matcher(display);
        if (local.matches() && !displayAnswers.test(local.group(1))) {
            return Optional.of("Surveyor cannot open a window because no X server answers at DISPLAY=" + display
                    + "; start one, or set DISPLAY to the one that runs");
        }
        return Optional.empty();
    }

    private static boolean hasSocket(String number) {
        String socket = "/tmp/.X11-unix/X" + number;
        if (Files.exists(Path.of(socket))) {
            return true;
        }
        try {
            return Files.readString(Path.of("/proc/net/unix")).contains("@" + socket);
        } catch (IOException unknown) {
            return true;
        }
    }

    /** Returns what {@code ldconfig -p} prints, or empty where there is none. */
    private static Optional<String> listLibraries() {
        for (String command : List.of("/sbin/ldconfig", "/usr/sbin/ldconfig")) {
            if (!Files.isExecutable(Path.of(command))) {
                continue;
            }
            try {
                Process list = new ProcessBuilder(command, "-p")
                        .redirectErrorStream(true)
                        .start();
                String printed = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = list.waitFor(LONGEST_LIST_S, TimeUnit.SECONDS);
                return ended && list.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
            } catch (IOException unknown) {
                return Optional.empty();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
