package dev.surveyor.ui.producer;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** The style classes of the parts of a JSON text, right or wrong, with our variables. */
final class JsonHighlighter {

    /** Beyond this a text is shown plain, so that typing stays quick. */
    static final int MOST_CHARACTERS = 100_000;

    private static final Pattern TOKEN = Pattern.compile("(?<variable>\\{\\{\\s*[A-Za-z]\\w*\\s*}})"
            + "|(?<string>\"(?:[^\"\\\\\\n{]|\\\\.|\\{(?!\\{))*+\"?)(?<name>\\s*+:)?"
            + "|(?<number>-?\\b\\d[\\d.eE+-]*)"
            + "|(?<literal>\\b(?:true|false|null)\\b)");

    private JsonHighlighter() {}

    /**
     * Returns the spans for the whole text.
     *
     * @param json whether more than variables has a colour
     */
    static StyleSpans<Collection<String>> spans(String text, boolean json) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int end = 0;
        if (text.length() <= MOST_CHARACTERS) {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                String style = styleOf(matcher, json);
                int stop = matcher.group("name") != null ? matcher.start("name") : matcher.end();
                spans.add(List.of(), matcher.start() - end);
                spans.add(style.isEmpty() ? List.of() : List.of(style), stop - matcher.start());
                end = stop;
            }
        }
        spans.add(List.of(), text.length() - end);
        return spans.create();
    }

    private static String styleOf(Matcher matcher, boolean json) {
        if (matcher.group("variable") != null) {
            return "variable";
        }
        if (!json) {
            return "";
        }
        if (matcher.group("string") != null) {
            return matcher.group("name") != null ? "name" : "string";
        }
        return matcher.group("number") != null ? "number" : "literal";
    }
}
