package dev.surveyor.archmistakes.service;

/** A service must not make threads. */
final class ServiceWithThread {
    private ServiceWithThread() {}

    static Thread of(Runnable task) {
        return new Thread(task);
    }
}
