package dev.surveyor.app;

import javafx.application.Application;

/** The main class. It does not extend {@code Application}, so that a plain class path can start it. */
public final class Launcher {

    private static final int UNUSABLE = 2;

    private Launcher() {}

    public static void main(String[] args) {
        NativeCheck.ofThisMachine().problem().ifPresent(problem -> {
            System.err.println(problem);
            System.exit(UNUSABLE);
        });
        Application.launch(SurveyorApplication.class, args);
    }
}
