package dev.surveyor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the packages of a source folder that do not say what lives in them. */
final class PackageDescriptions {

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked", Pattern.DOTALL);
    private static final int SHORTEST_DESCRIPTION = 30;

    private PackageDescriptions() {}

    /** Returns each folder with sources whose package-info is missing or says nothing. */
    static List<Path> missingBelow(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(Files::isDirectory)
                    .filter(PackageDescriptions::hasSources)
                    .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean isDescribed(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        try {
            Matcher javadoc = JAVADOC.matcher(Files.readString(packageInfo));
            return javadoc.find() && javadoc.group(1).strip().length() >= SHORTEST_DESCRIPTION;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
