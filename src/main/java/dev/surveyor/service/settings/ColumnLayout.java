package dev.surveyor.service.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a table as they are kept: in order, each with its width and whether it is shown.
 *
 * @param columns from left to right
 */
public record ColumnLayout(List<Column> columns) {

    private static final double WIDEST = 4_000;

    /** One column. */
    public record Column(String id, boolean shown, double width) {}

    public ColumnLayout {
        columns = List.copyOf(columns);
    }

    /** Returns a text that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Column column : columns) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(column.shown() ? "" : "-")
                    .append(URLEncoder.encode(column.id(), StandardCharsets.UTF_8))
                    .append(':')
                    .append(Math.round(column.width()));
        }
        return text.toString();
    }

    /** Reads the text; what it does not understand it passes over. */
    public static ColumnLayout parse(String text) {
        List<Column> columns = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            column(part).ifPresent(columns::add);
        }
        return new ColumnLayout(columns);
    }

    private static Optional<Column> column(String part) {
        int colon = part.lastIndexOf(':');
        boolean hidden = part.startsWith("-");
        if (colon <= (hidden ? 1 : 0) || !part.substring(colon + 1).matches("\\d{1,4}")) {
            return Optional.empty();
        }
        double width = Math.min(WIDEST, Double.parseDouble(part.substring(colon + 1)));
        try {
            String id = URLDecoder.decode(part.substring(hidden ? 1 : 0, colon), StandardCharsets.UTF_8);
            return Optional.of(new Column(id, !hidden, width));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
