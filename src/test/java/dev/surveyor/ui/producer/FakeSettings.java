package dev.surveyor.ui.producer;

import dev.surveyor.service.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings in a map. */
final class FakeSettings implements Settings {

    final Map<String, String> texts = new HashMap<>();

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
