package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The saved connections and the open ones. A change is seen at once and written to the disk in the background; the
 * future that it returns tells how the writing went. Safe for use by any thread; nothing blocks.
 */
public final class ConnectionService implements AutoCloseable {

    private final ProfileStore store;
    private final Executor background;
    private final OpenSessions sessions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Guarded by this. */
    private final ProfileList profiles = new ProfileList();

    /** The last disk work that was queued, guarded by this; each waits for the one before. */
    private CompletableFuture<?> lastDiskWork = CompletableFuture.completedFuture(null);

    private @Nullable BrokerFailure saveFailure;
    private volatile Consumer<String> onMessage = message -> {};

    /**
     * Makes the service; nothing is read yet.
     *
     * @param background runs disk work, one piece after the other
     */
    public ConnectionService(ProfileStore store, ClusterConnector connector, Executor background) {
        this.store = store;
        this.background = background;
        this.sessions = new OpenSessions(connector, this::changed);
    }

    /**
     * Reads the saved profiles. To be called once, at the start.
     *
     * @return what the user should know about the reading, one sentence each
     */
    public CompletableFuture<List<String>> load() {
        return queue(() -> {
            ProfileStore.Loaded loaded = store.load();
            synchronized (this) {
                profiles.addLoaded(loaded.profiles());
            }
            changed();
            return loaded.messages();
        });
    }

    /** Returns the profiles in the user's order, the sandbox's among them once it ran. */
    public synchronized List<ConnectionProfile> profiles() {
        return profiles.all();
    }

    public synchronized Optional<ConnectionProfile> profile(String id) {
        return profiles.find(id);
    }

    /** Returns an id for a new profile. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Adds the profile at the end, or replaces the one of its id. An open session goes on with the old one. */
    public CompletableFuture<Void> save(ConnectionProfile profile) {
        synchronized (this) {
            profiles.put(profile);
        }
        return write();
    }

    /** Adds a copy below the profile, not connected, and returns it; empty where there is no such profile. */
    public Optional<ConnectionProfile> duplicate(String id) {
        ConnectionProfile copy;
        synchronized (this) {
            ConnectionProfile original = profiles.find(id).orElse(null);
            if (original == null) {
                return Optional.empty();
            }
            copy = new ConnectionProfile(
                    newId(),
                    profiles.freeName(original.name() + " copy"),
                    original.environment(),
                    original.bootstrapServers(),
                    original.clientId(),
                    original.security(),
                    original.properties(),
                    original.secretProperties());
            profiles.insert(profiles.indexOf(id) + 1, copy);
        }
        writeLater();
        return Optional.of(copy);
    }

    /** Disconnects and forgets the profile. Returns what {@link #restore} needs; empty where there is no such profile. */
    public Optional<Deleted> delete(String id) {
        Deleted deleted;
        synchronized (this) {
            ConnectionProfile profile = profiles.find(id).orElse(null);
            if (profile == null) {
                return Optional.empty();
            }
            deleted = new Deleted(profile, profiles.indexOf(id));
            profiles.remove(id);
        }
        sessions.disconnect(id);
        writeLater();
        return Optional.of(deleted);
    }

    /** Puts a deleted profile back where it was, not connected. */
    public CompletableFuture<Void> restore(Deleted deleted) {
        synchronized (this) {
            if (profiles.indexOf(deleted.profile().id()) < 0) {
                profiles.insert(deleted.index(), deleted.profile());
            }
        }
        return write();
    }

    /** Moves the profile to that place, counted without it; places beyond the end mean the end. */
    public CompletableFuture<Void> move(String id, int index) {
        synchronized (this) {
            ConnectionProfile profile = profiles.find(id).orElse(null);
            if (profile == null) {
                return CompletableFuture.completedFuture(null);
            }
            profiles.remove(id);
            profiles.insert(index, profile);
        }
        return write();
    }

    /**
     * Puts the sandbox into the list, or notes where it runs now. A session with the place where it ran before ends, as
     * its clients would look for the broker there for ever. Returns the profile.
     */
    public ConnectionProfile sandboxRuns(String bootstrapServer) {
        ConnectionProfile profile;
        synchronized (this) {
            profile = profiles.find(SandboxProfile.ID)
                    .map(known -> SandboxProfile.movedTo(known, bootstrapServer))
                    .orElseGet(() -> SandboxProfile.of(bootstrapServer));
            profiles.put(profile);
        }
        sessions.endIfElsewhere(profile);
        writeLater();
        return profile;
    }

    /**
     * Connects. Where the profile is connected or on its way, the session or the way of before is returned.
     *
     * @param secrets the values of the profile's secret properties, by name; kept only by the session
     * @return the session, or a {@link BrokerFailureException}; {@link #disconnect} cancels it
     */
    public CompletableFuture<ClusterSession> connect(String id, Map<String, Secret> secrets) {
        ConnectionProfile profile = profile(id).orElse(null);
        if (profile == null) {
            return CompletableFuture.failedFuture(new BrokerFailureException(unknownProfile(), null));
        }
        return sessions.connect(profile, secrets);
    }

    /** Closes the session, or gives up on connecting. */
    public void disconnect(String id) {
        sessions.disconnect(id);
    }

    /** Returns the open session; empty also while connecting. */
    public Optional<ClusterSession> session(String id) {
        return sessions.session(id);
    }

    /** Returns how the profile's connection is doing. A failure to connect is remembered until the next try. */
    public ConnectionHealth health(String id) {
        return sessions.health(id);
    }

    /**
     * Calls the listener after each change of the profiles, of a session or of a session's health, on the thread that
     * made it.
     *
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Tells from now on what the user should know of the writing, one sentence each, on any thread. */
    public void onMessage(Consumer<String> listener) {
        onMessage = listener;
    }

    /** Closes all sessions. What is not on the disk yet still gets there. */
    @Override
    public void close() {
        sessions.close();
    }

    /** Returns why the last writing failed, so that the disk is behind what is shown; empty where it did not. */
    public synchronized Optional<BrokerFailure> saveFailure() {
        return Optional.ofNullable(saveFailure);
    }

    /** For changes whose future nobody waits for: a failure is told by {@link #saveFailure()}. */
    private void writeLater() {
        CompletableFuture<Void> unused = write();
    }

    private CompletableFuture<Void> write() {
        changed();
        return queue(() -> {
            try {
                List<String> messages = store.save(profiles());
                written(null);
                messages.forEach(onMessage);
            } catch (UncheckedIOException e) {
                BrokerFailure failure = notSaved(e);
                written(failure);
                throw new BrokerFailureException(failure, e);
            }
            return null;
        });
    }

    private void written(@Nullable BrokerFailure failure) {
        boolean news;
        synchronized (this) {
            news = failure != null || saveFailure != null;
            saveFailure = failure;
        }
        if (news) {
            changed();
        }
    }

    private synchronized <T> CompletableFuture<T> queue(Supplier<T> work) {
        CompletableFuture<T> queued =
                lastDiskWork.handle((result, thrown) -> null).thenApplyAsync(ignored -> work.get(), background);
        lastDiskWork = queued;
        return queued;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static BrokerFailure unknownProfile() {
        return new BrokerFailure(
                "This connection is no longer in the list.",
                "It was deleted.",
                List.of("Undo the deletion", "Add the connection again"),
                "",
                BrokerFailure.Kind.FATAL);
    }

    private static BrokerFailure notSaved(UncheckedIOException e) {
        return new BrokerFailure(
                "The connections could not be saved.",
                String.valueOf(e.getMessage()),
                List.of(
                        "Check that the settings folder may be written and the disk is not full, then save again",
                        "Go on: the change is kept until Surveyor ends"),
                e.toString(),
                BrokerFailure.Kind.RETRIABLE);
    }

    /**
     * A deleted profile and where it stood.
     *
     * @param index its place in the list, from 0
     */
    public record Deleted(ConnectionProfile profile, int index) {}
}
