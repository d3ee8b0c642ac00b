package dev.surveyor.realwindow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surveyor.testing.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The program in a process of its own on a real display, asked by lines of text. For one thread. */
final class RunningSurveyor implements AutoCloseable {

    /** Patience for a machine under load. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealDisplay display;
    private final Path folder;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    /**
     * Starts it and waits for its window.
     *
     * @param home where it keeps its files
     * @param folder takes its log, and the report of a crash
     */
    RunningSurveyor(RealDisplay display, Path home, Path folder) {
        this.display = display;
        this.folder = folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-XX:TieredStopAtLevel=1",
                "-Dprism.order=sw",
                "-Dsurveyor.home=" + home));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProbedSurveyor.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("surveyor.log").toFile());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().put("GDK_BACKEND", "x11");
        builder.environment().remove("WAYLAND_DISPLAY");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = new PrintStream(process.getOutputStream(), true, UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        try {
            until("its window", () -> ask("ready").equals("true"));
            until("the focus", () -> !ask("focus").equals("nothing"));
        } catch (AssertionError inVain) {
            close();
            throw inVain;
        }
    }

    /** Returns the answer to a question of {@link ProbedSurveyor}. */
    String ask(String question) {
        questions.println(question);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("Surveyor has ended with " + process.waitFor() + "; " + crash());
            }
            if (answer.startsWith("! ")) {
                throw new AssertionError(question + ": " + answer);
            }
            return answer.replace("\\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String crash() {
        Path report = folder.resolve("crash.log");
        if (!Files.exists(report)) {
            return lastWords();
        }
        try (Stream<String> lines = Files.lines(report)) {
            return "the JVM says: "
                    + lines.limit(12)
                            .filter(line -> line.contains("SIG") || line.contains("libglass"))
                            .toList() + ", see " + report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program says itself what it cannot start without, for instance a library of GTK. */
    private String lastWords() {
        Path log = folder.resolve("surveyor.log");
        try {
            List<String> lines = Files.readAllLines(log);
            return "it said " + lines.subList(Math.max(0, lines.size() - 3), lines.size()) + " in " + log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the window is drawn as it is now. */
    void drawn() {
        until("it is drawn", () -> ask("frames").equals("done"));
    }

    /** Returns for how many milliseconds the JavaFX thread was held at most since this was asked before. */
    long held() {
        return Long.parseLong(ask("hold"));
    }

    void until(String what, java.util.function.BooleanSupplier condition) {
        try {
            Await.until(what, PATIENCE, condition::getAsBoolean);
        } catch (AssertionError inVain) {
            display.picture(folder.resolve("failed.png"));
            throw inVain;
        }
    }

    boolean shown(String id) {
        return ask("shown " + id).equals("true");
    }

    void untilShown(String id) {
        until("#" + id + " shows", () -> shown(id));
    }

    void untilGone(String id) {
        until("#" + id + " is gone", () -> !shown(id));
    }

    void untilFocus(String id) {
        until("the focus is on " + id + ", not on " + ask("focus"), () -> ask("focus")
                .equals(id));
    }

    void untilRows(String id, int rows) {
        until(rows + " rows in " + id + ", not " + ask("rows " + id), () -> ask("rows " + id)
                .equals(String.valueOf(rows)));
    }

    String text(String id) {
        return ask("text " + id);
    }

    /** Presses a button or runs the item of a menu, as soon as it is there. */
    void fire(String id) {
        until("#" + id + " can be used", () -> ask("fire " + id).equals("done"));
    }

    void focusOn(String id) {
        until("#" + id + " is there", () -> ask("focus-on " + id).equals("done"));
        untilFocus(id);
    }

    /** Opens the palette and types. */
    void palette(String typed) {
        display.press("ctrl+k");
        untilFocus("palette-query");
        display.type(typed);
        until("it is typed", () -> text("palette-query").equals(typed));
    }

    /** Goes where the palette leads by that title, as soon as it offers it first. */
    void choose(String title) {
        palette(title);
        until("it is offered", () -> ask("first palette-list").contains("title=" + title + ","));
        display.press("Return");
        untilGone("palette-query");
    }

    /** Connects to that saved connection. */
    void connect(String profile) {
        choose("Connect to " + profile);
        until("connected to " + profile, () -> text("context-health").startsWith("connected"));
    }

    /** Writes what is on the screen, once it is drawn, to a file; for people to look at. */
    void picture(String name) {
        drawn();
        display.picture(folder.resolve(name + ".png"));
    }

    /** Clicks in the middle of a control with the real pointer. */
    void click(String id) {
        long[] place = restingPlace(id);
        display.click(place[0] + place[2] / 2, place[1] + place[3] / 2);
    }

    /** Returns left, top, width and height on the screen. */
    long[] place(String id) {
        return Arrays.stream(ask("place " + id).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Returns the same when the control has come to rest there, which the layout needs a moment for. */
    long[] restingPlace(String id) {
        untilShown(id);
        String[] last = {""};
        int[] same = {0};
        until("#" + id + " is at rest", () -> {
            String now = ask("place " + id);
            same[0] = now.equals(last[0]) ? same[0] + 1 : 0;
            last[0] = now;
            return same[0] > 5;
        });
        return place(id);
    }

    /** Closes the window as its frame does, and waits for the end of the program. */
    void closeWindow() {
        display.press("alt+F4");
        until("the end of the program", () -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw new AssertionError("Surveyor ended with " + process.exitValue() + "; " + crash());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            Await.until("the end of the program", PATIENCE, () -> !process.isAlive());
        } catch (AssertionError inVain) {
            process.destroyForcibly();
            throw inVain;
        }
    }
}
