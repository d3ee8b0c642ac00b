package dev.surveyor.codec.schema;

import java.util.UUID;

/** By what a schema is asked for; its text is what a person calls it. */
public sealed interface SchemaKey
        permits SchemaKey.Id, SchemaKey.Guid, SchemaKey.ContentId, SchemaKey.GlobalId, SchemaFile {

    /** The id of a registry as Confluent's clients know it. */
    record Id(int id) implements SchemaKey {
        @Override
        public String toString() {
            return Integer.toString(id);
        }
    }

    /** The id that is the same in every registry of Confluent. */
    record Guid(UUID guid) implements SchemaKey {
        @Override
        public String toString() {
            return guid.toString();
        }
    }

    /** Apicurio's id of a text: the same for each place where that text stands. */
    record ContentId(long id) implements SchemaKey {
        @Override
        public String toString() {
            return Long.toString(id);
        }
    }

    /** Apicurio's id of one version of one artifact. */
    record GlobalId(long id) implements SchemaKey {
        @Override
        public String toString() {
            return "with the global id " + id;
        }
    }
}
