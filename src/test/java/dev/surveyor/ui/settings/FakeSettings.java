package dev.surveyor.ui.settings;

import dev.surveyor.service.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings in memory. */
public final class FakeSettings implements Settings {

    /** What is remembered. */
    public final Map<String, String> texts = new TreeMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public void put(String key, String text) {
        texts.put(key, text);
    }

    @Override
    public void remove(String key) {
        texts.remove(key);
    }
}
