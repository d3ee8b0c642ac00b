package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps the profiles in memory. */
public final class FakeProfileStore implements ProfileStore {

    /** What a real one would have on disk. */
    public List<ConnectionProfile> saved = List.of();

    /** What loading has to say. */
    public List<String> messages = List.of();

    /** What saving has to say. */
    public List<String> savingSays = List.of();

    /** Whether the disk refuses. */
    public boolean readOnly;

    @Override
    public Loaded load() {
        return new Loaded(saved, messages);
    }

    @Override
    public List<String> save(List<ConnectionProfile> profiles) {
        if (readOnly) {
            throw new UncheckedIOException("read-only", new IOException("read-only"));
        }
        saved = List.copyOf(profiles);
        return savingSays;
    }
}
