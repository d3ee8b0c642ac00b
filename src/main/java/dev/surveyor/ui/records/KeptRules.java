package dev.surveyor.ui.records;

import dev.surveyor.service.settings.Settings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The highlight rules of a topic as they are kept: {@code red=key%3Aa&teal-off=is%3Amarked}. */
final class KeptRules {

    private static final String OFF = "-off";

    private final Settings settings;
    private final String key;

    KeptRules(Settings settings, String topics) {
        this.settings = settings;
        this.key = "records.highlight." + topics;
    }

    /** Returns the rules in their order; what cannot be read is passed over. */
    List<HighlightRule> read() {
        List<HighlightRule> rules = new ArrayList<>();
        for (String text : settings.get(key).orElse("").split("&", -1)) {
            rule(text).ifPresent(rules::add);
        }
        return rules;
    }

    private static Optional<HighlightRule> rule(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String name = text.substring(0, equals);
        boolean off = name.endsWith(OFF);
        try {
            String filter = URLDecoder.decode(text.substring(equals + 1), StandardCharsets.UTF_8);
            return HighlightColour.of(off ? name.substring(0, name.length() - OFF.length()) : name)
                    .map(colour -> new HighlightRule(filter, colour, !off));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    void write(List<HighlightRule> rules) {
        StringBuilder text = new StringBuilder();
        for (HighlightRule rule : rules) {
            text.append(text.length() == 0 ? "" : "&")
                    .append(rule.colour().id())
                    .append(rule.on() ? "" : OFF)
                    .append('=')
                    .append(URLEncoder.encode(rule.filter(), StandardCharsets.UTF_8));
        }
        settings.put(key, text.toString());
    }
}
