package dev.surveyor.service.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The filters that the user has given names, the same for every table. */
public final class SavedFilters {

    private static final Setting<List<Saved>> KEPT =
            Setting.of("records.filters.saved", text -> Optional.of(read(text)), SavedFilters::write);

    private final Settings settings;

    public SavedFilters(Settings settings) {
        this.settings = settings;
    }

    /** A filter with its name. */
    public record Saved(String name, String filter) {}

    /** Returns the filters in the order in which they were saved; what cannot be read is passed over. */
    public List<Saved> all() {
        return new ArrayList<>(KEPT.in(settings).orElse(List.of()));
    }

    private static List<Saved> read(String text) {
        List<Saved> all = new ArrayList<>();
        for (String line : text.split("&", -1)) {
            line(line).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Saved> line(String line) {
        int equals = line.indexOf('=');
        try {
            return equals > 0
                    ? Optional.of(new Saved(decoded(line.substring(0, equals)), decoded(line.substring(equals + 1))))
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
                KEPT.keep(settings, all);
                return;
            }
        }
        all.add(saved);
        KEPT.keep(settings, all);
    }

    /** Forgets a filter, and returns what brings it back to its place. */
    public Runnable delete(Saved saved) {
        List<Saved> all = all();
        int index = all.indexOf(saved);
        all.remove(saved);
        KEPT.keep(settings, all);
        return () -> {
            List<Saved> now = all();
            now.add(Math.max(0, Math.min(index, now.size())), saved);
            KEPT.keep(settings, now);
        };
    }

    private static String write(List<Saved> all) {
        return all.stream()
                .map(saved -> encoded(saved.name()) + "=" + encoded(saved.filter()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
