package dev.surveyor.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/** A program that starts the sandbox of a folder and does nothing more, for a test that kills it. */
final class SandboxHolder {

    private SandboxHolder() {}

    public static void main(String[] args) throws Exception {
        ThreadFactory threads = Thread::new;
        LocalSandbox sandbox = new LocalSandbox(Path.of(args[0]), threads, Clock.systemUTC());
        System.out.println("ready " + sandbox.start(false).get());
        Thread.currentThread().join();
    }
}
