package dev.surveyor.service.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filters that the user has given names, the same for every table. */
public final class SavedFilters {

    private static final String KEY = "records.filters.saved";

    private final Settings settings;

    public SavedFilters(Settings settings) {
        this.settings = settings;
    }

    /** A filter with its name. */
    public record Saved(String name, String filter) {}

    /** Returns the filters in the order in which they were saved; what cannot be read is passed over. */
    public List<Saved> all() {
        List<Saved> all = new ArrayList<>();
        for (String line : settings.get(KEY).orElse("").split("&", -1)) {
            line(line).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Saved> line(String line) {
        int equals = line.indexOf('=');
        try {
            return equals > 0
                    ? Optional.of(new Saved(read(line.substring(0, equals)), read(line.substring(equals + 1))))
                    : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Saves a filter; one of the same name is replaced where it stands. */
    public void save(String name, String filter) {
        List<Saved> all = all();
        Saved saved = new Saved(name.strip(), filter);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(saved.name())) {
                all.set(i, saved);
                write(all);
                return;
            }
        }
        all.add(saved);
        write(all);
    }

    /** Forgets a filter, and returns what brings it back to its place. */
    public Runnable delete(Saved saved) {
        List<Saved> all = all();
        int index = all.indexOf(saved);
        all.remove(saved);
        write(all);
        return () -> {
            List<Saved> now = all();
            now.add(Math.max(0, Math.min(index, now.size())), saved);
            write(now);
        };
    }

    private void write(List<Saved> all) {
        StringBuilder text = new StringBuilder();
        for (Saved saved : all) {
            text.append(text.length() == 0 ? "" : "&")
                    .append(write(saved.name()))
                    .append('=')
                    .append(write(saved.filter()));
        }
        settings.put(KEY, text.toString());
    }

    private static String write(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String read(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
