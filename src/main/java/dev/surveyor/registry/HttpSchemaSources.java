package dev.surveyor.registry;

import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.service.decode.SchemaSources;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Opens sources that ask a registry over HTTP and read the user's schema files. */
public final class HttpSchemaSources implements SchemaSources {

    private final Executor background;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;

    /**
     * Makes the opener.
     *
     * @param background runs what blocks
     * @param timer starts the tries after a failure
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public HttpSchemaSources(Executor background, ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.background = background;
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    @Override
    public OpenSource open(@Nullable RegistrySettings settings, Runnable changed) {
        SchemaFiles files = new SchemaFiles();
        Lookups read = new Lookups(
                key -> files.read((SchemaFile) key), background, timer, nanoTime, "%s is being read", changed);
        return settings == null ? new Source(null, read) : new Source(registry(settings, changed), read);
    }

    private Lookups registry(RegistrySettings settings, Runnable changed) {
        RegistrySchemas schemas = new RegistrySchemas(new RegistryHttp(settings, background));
        return new Lookups(
                schemas::fetch, background, timer, nanoTime, "schema %s is being fetched from the registry", changed);
    }

    /** One connection's registry, if it has one, and the files. */
    private static final class Source implements OpenSource {
        private final @Nullable Lookups registry;
        private final Lookups files;

        Source(@Nullable Lookups registry, Lookups files) {
            this.registry = registry;
            this.files = files;
        }

        @Override
        public boolean present() {
            return registry != null;
        }

        @Override
        public Lookup find(SchemaKey key) {
            if (key instanceof SchemaFile) {
                return files.get(key, true);
            }
            return registry == null ? NONE.find(key) : registry.get(key, true);
        }

        @Override
        public Lookup guess(SchemaKey key) {
            return registry == null ? NONE.find(key) : registry.get(key, false);
        }

        @Override
        public void refresh() {
            if (registry != null) {
                registry.forget(false);
            }
            files.forget(true);
        }

        @Override
        public void close() {
            if (registry != null) {
                registry.close();
            }
            files.close();
        }
    }
}
