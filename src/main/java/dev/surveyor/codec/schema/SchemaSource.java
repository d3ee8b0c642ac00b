package dev.surveyor.codec.schema;

import java.util.UUID;

/** Where schemas are had from. Never blocks: what is not here yet is fetched meanwhile. Safe for several threads. */
public interface SchemaSource {

    /** The source of a connection without a registry. */
    SchemaSource NONE = new SchemaSource() {
        @Override
        public boolean present() {
            return false;
        }

        @Override
        public Lookup byId(int id) {
            return new Lookup.Missing("this connection has no schema registry");
        }

        @Override
        public Lookup byGuid(UUID guid) {
            return new Lookup.Missing("this connection has no schema registry");
        }

        @Override
        public Lookup byFile(SchemaFile file) {
            return new Lookup.Missing("there is nothing here that reads files");
        }
    };

    /** Returns whether there is a registry at all. */
    boolean present();

    Lookup byId(int id);

    Lookup byGuid(UUID guid);

    Lookup byFile(SchemaFile file);

    /** What is known of a schema now. */
    sealed interface Lookup {

        record Found(Schema schema) implements Lookup {}

        /** It is being fetched, or will be tried again; who asks again later gets it. */
        record Waiting(String reason) implements Lookup {}

        /**
         * There is none, or none that can be used.
         *
         * @param reason a sentence without its end
         */
        record Missing(String reason) implements Lookup {}
    }
}
