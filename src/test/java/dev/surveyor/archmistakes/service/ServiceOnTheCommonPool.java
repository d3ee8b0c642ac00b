package dev.surveyor.archmistakes.service;

import java.util.concurrent.CompletableFuture;

/** A service must name its executor. */
final class ServiceOnTheCommonPool {
    private ServiceOnTheCommonPool() {}

    static CompletableFuture<Void> start(Runnable task) {
        return CompletableFuture.runAsync(task);
    }
}
