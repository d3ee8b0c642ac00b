package dev.surveyor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured, and writes all of this run to a file, again after each. */
final class BenchResults {

    private final Path file;
    private final List<Map<String, Object>> results = new ArrayList<>();

    BenchResults(Path file) {
        this.file = file;
    }

    /** Adds a speed: how many a second, of so many in these times. */
    void addRate(String name, long count, Contest.Times times, String unit) {
        add(name, count * 1e9 / times.ours(), count * 1e9 / times.reference(), unit);
    }

    /** Adds a measure; the ratio is ours by the reference. */
    void add(String name, double ours, double reference, String unit) {
        double ratio = ours / reference;
        System.out.printf(
                Locale.ROOT,
                "bench %s ratio %.2f (ours %s, reference %s, %s)%n",
                name,
                ratio,
                figure(ours),
                figure(reference),
                unit);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("ratio", Math.round(ratio * 1000) / 1000.0);
        result.put("ours", Math.round(ours * 1000) / 1000.0);
        result.put("reference", Math.round(reference * 1000) / 1000.0);
        result.put("unit", unit);
        results.add(result);
        write();
    }

    private static String figure(double number) {
        return Math.abs(number) >= 1000
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.3g", number);
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), results);
        } catch (IOException failed) {
            throw new AssertionError("the results could not be written to " + file, failed);
        }
    }
}
