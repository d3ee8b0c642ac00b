package dev.surveyor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks into the jar that was built before; skipped, and counted so, where none was. */
class BuiltJarIT {

    private static Optional<Path> jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("surveyor-[\\w.-]+\\.jar"))
                    .findFirst();
        }
    }

    @Test
    void every_file_of_its_own_that_the_program_loads_is_in_the_jar() throws IOException {
        Optional<Path> built = jar();
        assumeThat(built).isPresent();
        Set<String> entries;
        try (JarFile jar = new JarFile(built.orElseThrow().toFile())) {
            entries = jar.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        }
        for (List<String> places : ProgramFiles.all().values()) {
            boolean ofLibrary = places.get(0).startsWith("google/protobuf/");
            assertThat(places).as("places").anySatisfy(place -> assertThat(ofLibrary || entries.contains(place))
                    .isTrue());
        }
    }
}
