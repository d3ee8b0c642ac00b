package dev.surveyor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ProgramFilesTest {

    private final SortedMap<String, List<String>> files = ProgramFiles.all();

    @Test
    void every_file_that_the_program_loads_is_on_its_class_path() {
        ClassLoader classPath = ProgramFiles.class.getClassLoader();

        assertThat(files).allSatisfy((name, places) -> assertThat(places)
                .anySatisfy(place -> assertThat(classPath.getResource(place)).isNotNull()));
    }

    @Test
    void files_of_every_kind_are_found_in_the_sources() {
        assertThat(files)
                .containsKeys(
                        "WellKnownFiles.java: confluent/meta.proto",
                        "WellKnownFiles.java: google/protobuf/any.proto",
                        "RecordPane.java: inspector.css",
                        "Theme.java: css/dark.css",
                        "Fonts.java: Inter_700Bold.ttf",
                        "SandboxFolder.java: broker-logback.xml",
                        "BrokerWarmUp.java: broker-classes.txt",
                        "AppIcon.java: /dev/surveyor/ui/fx/icons/icon-16.png");
    }
}
