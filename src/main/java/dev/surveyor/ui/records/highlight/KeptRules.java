package dev.surveyor.ui.records.highlight;

import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The highlight rules of each topic, in one list that all tables of the topic share; kept as {@code
 * red=key%3Aa&teal-off=is%3Amarked}. For the JavaFX thread only.
 */
public final class KeptRules {

    private static final String OFF = "-off";

    private final Settings settings;
    private final Map<String, ObservableList<HighlightRule>> lists = new HashMap<>();

    public KeptRules(Settings settings) {
        this.settings = settings;
    }

    /** Returns the rules of these topics in their order, the same list for all who ask; every change is kept. */
    public ObservableList<HighlightRule> of(String topics) {
        return lists.computeIfAbsent(topics, asked -> {
            Setting<List<HighlightRule>> kept =
                    Setting.ofTopic("records.highlight", asked, text -> Optional.of(read(text)), KeptRules::write);
            ObservableList<HighlightRule> rules =
                    FXCollections.observableArrayList(kept.in(settings).orElse(List.of()));
            rules.addListener((ListChangeListener<HighlightRule>) change -> kept.keep(settings, rules));
            return rules;
        });
    }

    /** Reads the rules; what cannot be read is passed over. */
    private static List<HighlightRule> read(String kept) {
        List<HighlightRule> rules = new ArrayList<>();
        for (String text : kept.split("&", -1)) {
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

    private static String write(List<HighlightRule> rules) {
        StringBuilder text = new StringBuilder();
        for (HighlightRule rule : rules) {
            text.append(text.length() == 0 ? "" : "&")
                    .append(rule.colour().id())
                    .append(rule.on() ? "" : OFF)
                    .append('=')
                    .append(URLEncoder.encode(rule.filter(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
