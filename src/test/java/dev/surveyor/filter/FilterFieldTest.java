package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FilterFieldTest {

    @Test
    void the_grammar_that_is_documented_names_these_fields_and_no_others() throws Exception {
        String docs = Files.readString(Path.of("docs/filter.md"));
        String rule = docs.substring(docs.indexOf("field     ="), docs.indexOf("path      ="));
        Set<String> documented = new TreeSet<>();
        // A field stands at the beginning of an alternative: alone, or as one of several in parentheses.
        Matcher beginning = Pattern.compile("(?m)^(?:field +=| +\\|) +(\\([^)]*\\)|\"[a-z]+\")")
                .matcher(rule);
        while (beginning.find()) {
            Matcher name = Pattern.compile("\"([a-z]+)\"").matcher(beginning.group(1));
            while (name.find()) {
                documented.add(name.group(1));
            }
        }
        Set<String> known = new TreeSet<>();
        Arrays.stream(FilterField.values()).forEach(field -> known.addAll(field.names()));
        assertThat(documented).isEqualTo(known);
    }

    @Test
    void a_name_leads_to_its_field() {
        assertThat(FilterField.named("partition")).isEqualTo(FilterField.PARTITION);
        assertThat(FilterField.named("p")).isEqualTo(FilterField.PARTITION);
        assertThat(FilterField.named("status")).isNull();
    }

    @Test
    void the_fields_are_listed_as_a_sentence_does() {
        assertThat(FilterField.list()).isEqualTo("key, value, header, p, offset, time, size, topic or is");
    }
}
