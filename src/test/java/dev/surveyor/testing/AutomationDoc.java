package dev.surveyor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that {@code docs/automation.md} promises. Read with the repository as the working directory. */
public final class AutomationDoc {

    private static final Path FILE = Path.of("docs", "automation.md");
    private static final Pattern LINE = Pattern.compile("- `([a-z][a-z0-9<>-]*)`: .*");
    private static final Pattern VARIABLE = Pattern.compile("<[a-z0-9-]+>");

    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Pattern> patterns;

    /** Reads the document. */
    public AutomationDoc() {
        try {
            for (String line : Files.readAllLines(FILE)) {
                Matcher found = LINE.matcher(line);
                if (found.matches() && !ids.add(found.group(1))) {
                    throw new IllegalStateException(FILE + " lists " + found.group(1) + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        patterns = ids.stream().map(AutomationDoc::pattern).toList();
    }

    /** Returns the ids, variable parts as {@code <name>}. */
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** Returns whether the document lists the id of a control, with any value in place of a variable part. */
    public boolean covers(String id) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(id).matches());
    }

    /** Returns the id with its variable parts nameless, to compare two of them. */
    static String shape(String id) {
        return VARIABLE.matcher(id).replaceAll("<>");
    }

    private static Pattern pattern(String id) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        Matcher variable = VARIABLE.matcher(id);
        while (variable.find()) {
            regex.append(Pattern.quote(id.substring(from, variable.start()))).append(".+");
            from = variable.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(id.substring(from))).toString());
    }
}
