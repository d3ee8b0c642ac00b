package dev.surveyor.service.decode;

import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource;
import org.jspecify.annotations.Nullable;

/** Opens sources of schemas. Implemented with HTTP and the disk. */
public interface SchemaSources {

    /** Sources without any schema. */
    SchemaSources NONE = (settings, changed) -> new OpenSource() {
        @Override
        public boolean present() {
            return false;
        }

        @Override
        public Lookup find(SchemaKey key) {
            return SchemaSource.NONE.find(key);
        }

        @Override
        public void refresh() {}

        @Override
        public void close() {}
    };

    /**
     * Opens a source; nothing is asked of the registry yet.
     *
     * @param settings where the registry is, or null for a connection without one, which still reads files
     * @param changed called on a thread of the source when a schema arrived or was found missing
     */
    OpenSource open(@Nullable RegistrySettings settings, Runnable changed);

    /** A source that is asked until it is closed. */
    interface OpenSource extends SchemaSource, AutoCloseable {

        /** Forgets which schemas are missing and what is in files, so that they are asked for anew. */
        void refresh();

        @Override
        void close();
    }
}
