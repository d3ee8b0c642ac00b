package dev.surveyor.codec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where schemas are had from. Never blocks: what is not here yet is fetched meanwhile. Safe for several threads. */
public interface SchemaSource {

    /** The source of a connection without a registry. */
    SchemaSource NONE = new SchemaSource() {
        @Override
        public boolean present() {
            return false;
        }

        @Override
        public Lookup find(SchemaKey key) {
            return new Lookup.Missing(
                    key instanceof SchemaFile
                            ? "there is nothing here that reads files"
                            : "this connection has no schema registry",
                    "");
        }
    };

    /** Returns whether there is a registry at all. */
    boolean present();

    /** Returns what is known of a schema now; what is not is asked for. */
    Lookup find(SchemaKey key);

    /** Returns the same for what may be no key of a schema at all: it is asked for when there is time. */
    default Lookup guess(SchemaKey key) {
        return find(key);
    }

    /** What is known of a schema now. */
    sealed interface Lookup {

        /**
         * It is here.
         *
         * @param subjects under which the registry has it, or null where it does not tell
         */
        record Found(Schema schema, @Nullable List<String> subjects) implements Lookup {
            public Found {
                subjects = subjects == null ? null : List.copyOf(subjects);
            }
        }

        /** It is being fetched, or will be tried again; who asks again later gets it. */
        record Waiting(String reason) implements Lookup {}

        /**
         * There is none, or none that can be used.
         *
         * @param reason a sentence without its end
         * @param brief the same in a few words for a table cell
         */
        record Missing(String reason, String brief) implements Lookup {}
    }
}
