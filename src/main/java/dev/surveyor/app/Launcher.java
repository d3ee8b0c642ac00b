package dev.surveyor.app;

/** The main class. It does not extend {@code Application}, so that a plain class path can start it. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Surveyor");
    }
}
