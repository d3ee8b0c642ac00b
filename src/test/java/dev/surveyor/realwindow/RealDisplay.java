package dev.surveyor.realwindow;

import dev.surveyor.testing.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An X display of its own with a window manager, on which keys are pressed as a keyboard does. */
final class RealDisplay implements AutoCloseable {

    /** What has to be installed, with the Debian package that brings it. */
    private static final Map<String, String> TOOLS =
            Map.of("Xvfb", "xvfb", "openbox", "openbox", "xdotool", "xdotool", "wmctrl", "wmctrl");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private String name = "";

    /**
     * Opens a display.
     *
     * @param folder takes what the programs write
     * @throws AssertionError where a program that is needed is not installed, or does not start
     */
    RealDisplay(Path folder, int width, int height) {
        this(folder, width, height, List.of("openbox"));
    }

    /** @param manager how the window manager is started */
    RealDisplay(Path folder, int width, int height, List<String> manager) {
        this.folder = folder;
        require();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the display"));
        Path number = folder.resolve("display");
        // The server takes a free number, and says which one when it is ready. It must not begin anew when the first
        // that
        // asks it goes: who comes in that moment finds no display.
        processes.add(start(
                "Xvfb",
                List.of(
                        "sh",
                        "-c",
                        "exec Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 " + width + "x" + height + "x24 3>"
                                + number)));
        try {
            Await.until(
                    "a display of Xvfb, whose log is in " + folder,
                    PATIENCE,
                    () -> Files.exists(number) && !read(number).isEmpty());
            name = ":" + read(number);
            Await.until("an answer of the display " + name, PATIENCE, () -> !run("xdotool", "getdisplaygeometry")
                    .isEmpty());
            Process windows = start("window-manager", manager);
            processes.add(windows);
            Await.until("the window manager, whose log is in " + folder, PATIENCE, () -> {
                if (!windows.isAlive()) {
                    throw new AssertionError("The window manager has ended; its log is in " + folder);
                }
                return !run("xdotool", "get_num_desktops").isEmpty();
            });
        } catch (RuntimeException | Error inVain) {
            close();
            throw inVain;
        }
    }

    /** Fails with one sentence where the check cannot run here: a program is missing, or the system has no X11. */
    private static void require() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new AssertionError("The check in a real window needs Linux with X11; this is " + system + ".");
        }
        List<String> missing = TOOLS.entrySet().stream()
                .filter(tool -> !isInstalled(tool.getKey()))
                .map(tool -> tool.getKey() + " (Debian package " + tool.getValue() + ")")
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("The check in a real window needs programs that are not installed: "
                    + String.join(", ", missing) + ".");
        }
    }

    private static boolean isInstalled(String tool) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, tool)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String log, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log + ".log").toFile());
        if (!processes.isEmpty()) {
            builder.environment().put("DISPLAY", name);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how X programs find it. */
    String name() {
        return name;
    }

    /** Presses and releases keys, one after the other, in the names of X: {@code Return}, {@code Escape}, {@code ctrl+k}. */
    void press(String... keys) {
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--clearmodifiers", "--delay", "5"));
        command.addAll(Arrays.asList(keys));
        run(command.toArray(String[]::new));
    }

    /** Types a text. */
    void type(String text) {
        run("xdotool", "type", "--clearmodifiers", "--delay", "5", text);
    }

    /** Clicks there with the left button. */
    void click(long x, long y) {
        run("xdotool", "mousemove", String.valueOf(x), String.valueOf(y), "click", "1");
    }

    /** Presses the left button at one place and lets it go at another, no faster than a hand. */
    void drag(long x, long y, long toX, long toY) {
        String pause = "sleep 0.2 ";
        String script = "mousemove " + x + " " + y + " " + pause + "mousedown 1 " + pause + "mousemove "
                + (x + toX) / 2 + " " + (y + toY) / 2 + " " + pause + "mousemove " + toX + " " + toY + " " + pause
                + "mouseup 1";
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(script.split(" ")));
        run(command.toArray(String[]::new));
    }

    /** Writes what is on the screen to a file, where ImageMagick is installed; for people to look at. */
    void picture(Path file) {
        if (isInstalled("import")) {
            run("import", "-window", "root", file.toString());
        }
    }

    /** Runs a program on the display and returns what it says; empty where it fails. */
    String run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", name);
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end: " + String.join(" ", command));
            }
            return process.exitValue() == 0 ? said.strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What was started goes with the check, also where that is broken off; programs end with their display. */
    private void end() {
        processes.forEach(Process::destroyForcibly);
    }

    /** Ends what was started, the display last; one that does not heed that is ended by force. */
    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            Process process = processes.get(i);
            process.destroy();
            try {
                if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
