package dev.surveyor.sandbox;

import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.sandbox.SandboxState.Status;
import dev.surveyor.service.sandbox.SandboxState.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The steps of one start as they are done, each change told as a new state. For one thread. */
final class StartSteps {

    static final String PREPARE = "Prepare folder";
    static final String FORMAT = "Format storage";
    static final String BROKER = "Start broker";
    static final String TOPICS = "Create topics";
    static final String RECORDS = "Fill sample data";
    static final String JOIN = "Find the running sandbox";

    private final Consumer<SandboxState> states;
    private final List<Step> steps = new ArrayList<>();
    private int running = -1;
    private long since;

    StartSteps(boolean withSampleData, Consumer<SandboxState> states) {
        this.states = states;
        plan(withSampleData ? List.of(PREPARE, FORMAT, BROKER, TOPICS, RECORDS) : List.of(PREPARE, FORMAT, BROKER));
    }

    /** Ends the step that runs, and begins the next one. */
    void next() {
        finish();
        running++;
        since = System.nanoTime();
        steps.set(running, new Step(steps.get(running).name(), Status.RUNNING, null));
        publish();
    }

    /** Replaces what is left by the one step of a start that finds the broker running. */
    void joinInstead() {
        finish();
        List<Step> done =
                steps.stream().filter(step -> step.status() == Status.DONE).toList();
        steps.clear();
        steps.addAll(done);
        running = done.size() - 1;
        plan(List.of(JOIN));
        next();
    }

    /** Returns the name of the step that runs, or ran last. */
    String current() {
        return steps.get(Math.max(0, running)).name();
    }

    /** Ends the step that runs. */
    void finish() {
        if (running >= 0 && steps.get(running).status() == Status.RUNNING) {
            Duration took = Duration.ofNanos(System.nanoTime() - since);
            steps.set(running, new Step(steps.get(running).name(), Status.DONE, took));
            publish();
        }
    }

    /** Returns each step that is done with its time, for a log line. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            Duration took = step.took();
            if (took != null) {
                text.append(text.length() == 0 ? "" : ", ").append(step.name() + " " + took.toMillis() + " ms");
            }
        }
        return text.toString();
    }

    private void plan(List<String> names) {
        names.forEach(name -> steps.add(new Step(name, Status.WAITING, null)));
    }

    private void publish() {
        states.accept(new SandboxState.Starting(steps));
    }
}
