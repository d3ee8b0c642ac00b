package dev.surveyor.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OpenClientsTest {

    private final OpenClients open = new OpenClients();
    private final List<String> closed = new ArrayList<>();

    @Test
    void the_youngest_is_closed_first() {
        keep("first");
        keep("second");

        assertThat(open.closeAll()).isCompleted();
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void one_that_cannot_be_closed_does_not_keep_the_others_open() {
        keep("first");
        Runnable unused = open.add(() -> {
            throw new RejectedExecutionException("the threads are shutting down");
        });
        keep("third");

        assertThat(open.closeAll()).isCompletedExceptionally();
        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void one_that_comes_after_the_closing_is_closed_at_once() {
        assertThat(open.closeAll()).isCompleted();

        keep("late");

        assertThat(closed).containsExactly("late");
    }

    @Test
    void one_that_closed_by_itself_is_forgotten() {
        keep("by itself").run();

        assertThat(open.closeAll()).isCompleted();
        assertThat(closed).isEmpty();
    }

    private Runnable keep(String name) {
        return open.add(() -> {
            closed.add(name);
            return CompletableFuture.completedFuture(null);
        });
    }
}
