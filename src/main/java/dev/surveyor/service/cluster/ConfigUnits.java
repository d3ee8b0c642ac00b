package dev.surveyor.service.cluster;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.time.Times;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What the value of a setting means: times and sizes with their units and the exact number beside, numbers that stand for
 * "none" as words. The unit is the last part of the setting's name, as in Kafka's {@code TopicConfig}.
 */
public final class ConfigUnits {

    /** What Kafka takes for the inherited value of a setting of tiered storage (KIP-405). */
    private static final long AS_THE_WHOLE = -2;

    private static final long NO_LIMIT = -1;

    private ConfigUnits() {}

    /** Returns the value for reading; the value itself where it is not a number with a unit. */
    public static String text(String name, String value) {
        return number(value).flatMap(number -> meaning(name, number)).orElse(value);
    }

    private static Optional<String> meaning(String name, long number) {
        boolean time = name.endsWith(".ms");
        boolean size = name.endsWith(".bytes");
        if (!time && !size && !name.endsWith(".messages")) {
            return Optional.empty();
        }
        if (number == Long.MAX_VALUE) {
            return Optional.of("no limit · " + number);
        }
        if (number == NO_LIMIT) {
            return Optional.of("no limit · -1");
        }
        if (number == AS_THE_WHOLE) {
            return Optional.of("as " + name.replaceFirst("^local\\.", "") + " · -2");
        }
        if (time) {
            return Optional.of(time(number));
        }
        return size ? Optional.of(size(number)) : Optional.of(Numbers.grouped(number));
    }

    private static String time(long millis) {
        String exact = Numbers.grouped(millis) + "\u00a0ms";
        String rough = Times.length(Duration.ofMillis(millis));
        return Math.abs(millis) < 1_000 ? exact : about(millis, rough) + " · " + exact;
    }

    private static String size(long bytes) {
        String exact = Sizes.exact(bytes);
        return Math.abs(bytes) < 1_000 ? exact : Sizes.text(bytes) + " · " + exact;
    }

    /** Returns the rough time, with a sign where it is not the whole truth. */
    private static String about(long millis, String rough) {
        String[] parts = rough.split("\u00a0", 2);
        long unit =
                switch (parts[1]) {
                    case "s" -> 1_000L;
                    case "min" -> 60_000L;
                    case "h" -> 3_600_000L;
                    case "d" -> 86_400_000L;
                    // No number of years is exact.
                    default -> 0L;
                };
        boolean exact = unit > 0 && Math.abs(Double.parseDouble(parts[0]) * unit - millis) < 0.5;
        return exact ? rough : String.format(Locale.ROOT, "≈ %s", rough);
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.parseLong(value.strip()));
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }
}
