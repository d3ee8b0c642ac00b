package dev.surveyor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files that the program loads while it runs: in each source that asks for a resource, every text that looks
 * like the name of one. Each has the places where it may be, of which one must hold it.
 */
final class ProgramFiles {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ASKS = Pattern.compile("\\.getResource(?:AsStream)?\\(");
    private static final Pattern SHEET = Pattern.compile("StyleSheets\\.of\\((\\w+)\\.class\\)");
    private static final Pattern OF_CLASS = Pattern.compile("(\\w+)\\s*\\.class\\s*\\.getResource");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\n]*)\"");
    private static final Pattern FILE = Pattern.compile("[\\w./$-]*\\w\\.(css|proto|txt|xml|ttf|png|class)");
    private static final Pattern SIZES = Pattern.compile(" SIZES = List\\.of\\(([0-9, ]+)\\)");

    private ProgramFiles() {}

    /** Returns the places for each file, by {@code source: file}. */
    static SortedMap<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (ASKS.matcher(text).find()) {
                    addFrom(source, text, all);
                }
                addSheets(source, text, all);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static void addFrom(Path source, String text, SortedMap<String, List<String>> all) throws IOException {
        Set<String> folders = new LinkedHashSet<>(List.of(folder(source)));
        for (Matcher of = OF_CLASS.matcher(text); of.find(); ) {
            folders.addAll(foldersOf(of.group(1) + ".java"));
        }
        Set<String> below = new LinkedHashSet<>(List.of(""));
        List<String> names = new ArrayList<>();
        for (Matcher literal = TEXT.matcher(text); literal.find(); ) {
            if (literal.group(1).endsWith("/")) {
                below.add(literal.group(1));
            } else if (FILE.matcher(literal.group(1)).matches()) {
                names.add(literal.group(1));
            }
        }
        for (Matcher sizes = SIZES.matcher(text); sizes.find(); ) {
            for (String size : sizes.group(1).split(",")) {
                names.add("/dev/surveyor/ui/fx/icons/icon-" + size.strip() + ".png");
            }
        }
        for (String name : names) {
            List<String> places = new ArrayList<>(List.of(name.startsWith("/") ? name.substring(1) : name));
            for (String folder : folders) {
                below.forEach(prefix -> places.add(folder + "/" + prefix + name));
            }
            all.put(source.getFileName() + ": " + name, places);
        }
    }

    /** A sheet lies in the folder of the class for which it is asked, and has the name of the folder. */
    private static void addSheets(Path source, String text, SortedMap<String, List<String>> all) throws IOException {
        for (Matcher sheet = SHEET.matcher(text); sheet.find(); ) {
            String ofClass = sheet.group(1);
            for (String folder : foldersOf(ofClass + ".java")) {
                String name = folder.substring(folder.lastIndexOf('/') + 1) + ".css";
                all.put(source.getFileName() + ": " + name, List.of(folder + "/" + name));
            }
        }
    }

    private static List<String> foldersOf(String file) throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            return sources.filter(path -> path.endsWith(file))
                    .map(ProgramFiles::folder)
                    .toList();
        }
    }

    private static String folder(Path source) {
        return String.valueOf(SOURCES.relativize(source).getParent()).replace('\\', '/');
    }
}
