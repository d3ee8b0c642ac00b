package dev.surveyor.domain.record;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a partition, with what a client may say about it. Its text form is {@code orders[3]@48210}, logical
 * offsets by name, the error in brackets after it.
 *
 * @param partition where
 * @param offset the offset, or the number of a {@link LogicalOffset}
 * @param metadata the text that was committed with the offset, or null
 * @param error what went wrong with this partition, or null
 * @param leaderEpoch the epoch of the partition's leader, or null where it is not known
 */
public record PartitionOffset(
        PartitionId partition,
        long offset,
        @Nullable String metadata,
        @Nullable String error,
        @Nullable Integer leaderEpoch) {

    private static final Pattern TEXT_FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,249})\\[(\\d{1,9})]@(-?\\d{1,19}|[a-z]+)");

    public PartitionOffset {
        Objects.requireNonNull(partition, "partition");
    }

    /** Returns the place alone, with nothing said about it. */
    public static PartitionOffset of(PartitionId partition, long offset) {
        return new PartitionOffset(partition, offset, null, null, null);
    }

    /** Reads the text form; empty where the text is not one. White space around it is passed over. */
    public static Optional<PartitionOffset> parse(String text) {
        Matcher matcher = TEXT_FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        PartitionId partition = new PartitionId(matcher.group(1), Integer.parseInt(matcher.group(2)));
        return parseOffset(matcher.group(3)).map(offset -> of(partition, offset));
    }

    private static Optional<Long> parseOffset(String text) {
        Optional<LogicalOffset> logical = LogicalOffset.named(text);
        if (logical.isPresent()) {
            return logical.map(LogicalOffset::number);
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String place = partition + "@" + LogicalOffset.text(offset);
        return error == null ? place : place + "(" + error + ")";
    }
}
