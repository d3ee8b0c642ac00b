package dev.surveyor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomationDocTest {

    private final AutomationDoc document = new AutomationDoc();
    private final SortedMap<String, String> sources =
            SourceIds.in(Path.of("src", "main", "java", "dev", "surveyor", "ui"));

    @Test
    void every_id_of_a_control_is_listed() {
        Set<String> listed = shapes(document.ids());
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> id : sources.entrySet()) {
            if (!listed.contains(AutomationDoc.shape(id.getKey()))) {
                missing.add("- `" + id.getKey() + "`: <what it does; set by " + id.getValue() + ">");
            }
        }
        assertThat(missing).as("add these lines to docs/automation.md").isEmpty();
    }

    @Test
    void every_listed_id_belongs_to_a_control() {
        Set<String> set = shapes(sources.keySet());
        List<String> stale = document.ids().stream()
                .filter(id -> !set.contains(AutomationDoc.shape(id)))
                .sorted()
                .map(id -> "- `" + id + "`: …")
                .toList();
        assertThat(stale).as("remove these lines from docs/automation.md").isEmpty();
    }

    @Test
    void the_scan_follows_ids_through_parameters() {
        assertThat(sources)
                .containsEntry("topic-progress-cancel", "TopicDetails")
                .containsEntry("connection-property-<i>-name", "PropertiesTab")
                .containsKey("bottom-events")
                .doesNotContainKey("sv-button");
    }

    @Test
    void an_id_with_a_variable_part_is_covered_with_any_value() {
        assertThat(document.covers("records-start-last-100")).isTrue();
        assertThat(document.covers("records-start-last-")).isFalse();
        assertThat(document.covers("topic-refresh")).isTrue();
        assertThat(document.covers("no-such-control")).isFalse();
    }

    private static Set<String> shapes(Set<String> ids) {
        return ids.stream().map(AutomationDoc::shape).collect(Collectors.toSet());
    }
}
