package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Makes the admin clients of one connection and closes them together. A client logs in while it is made where the login
 * comes from elsewhere, and waits for that without a limit of its own; here it has one.
 */
final class AdminMaker implements AutoCloseable {

    private static final Duration LOGIN_LIMIT = Duration.ofMillis(4_500);

    /** Without a login, making a client loads classes and reads files: slow on a busy machine, but sure to end. */
    private static final Duration PLAIN_LIMIT = Duration.ofSeconds(20);

    private final ClientContext context;
    private final List<Admin> made = new ArrayList<>();

    AdminMaker(ClientContext context) {
        this.context = context;
    }

    /** Returns those that were made, to be closed by whoever takes them. */
    List<Admin> made() {
        return List.copyOf(made);
    }

    /**
     * Returns a new client. Blocks, within the limit; one that is ready later is closed at once.
     *
     * @param role what stands in its {@code client.id}
     */
    Admin make(String role) throws InterruptedException, ExecutionException {
        Map<String, Object> properties =
                context.settings().of(ClientKind.ADMIN, context.settings().nextClientId(role));
        CompletableFuture<Admin> making = CompletableFuture.supplyAsync(
                () -> Admin.create(properties), context.threads().blocking());
        try {
            Admin admin = making.get(limit().toMillis(), TimeUnit.MILLISECONDS);
            made.add(admin);
            return admin;
        } catch (TimeoutException late) {
            CompletableFuture<Void> unused = making.thenAccept(admin -> admin.close(Duration.ZERO));
            throw new ExplainedException(tooLate(), late);
        }
    }

    private Duration limit() {
        return context.settings().logsInElsewhere() ? LOGIN_LIMIT : PLAIN_LIMIT;
    }

    private Explanation tooLate() {
        String waited = limit().toMillis() / 1_000.0 + " s";
        return Explanation.retriable(
                "the login did not come to an end",
                "The client logs in elsewhere before it speaks to a broker, and had no answer after " + waited + ".",
                "Check the server that grants the login",
                "Try again");
    }

    @Override
    public void close() {
        made.forEach(admin -> admin.close(Duration.ZERO));
    }
}
