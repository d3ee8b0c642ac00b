package dev.surveyor.service.decode;

import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaSource;
import java.util.UUID;
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
        public Lookup byId(int id) {
            return SchemaSource.NONE.byId(id);
        }

        @Override
        public Lookup byGuid(UUID guid) {
            return SchemaSource.NONE.byGuid(guid);
        }

        @Override
        public Lookup byFile(SchemaFile file) {
            return SchemaSource.NONE.byFile(file);
        }

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
        @Override
        void close();
    }
}
