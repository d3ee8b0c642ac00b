package dev.surveyor.ui.records.consume;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Listed;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.service.rows.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says where fewer records came than the last ones that were asked for, because compaction or transactions left offsets
 * without a record and going back has its limits. For the JavaFX thread only.
 */
public final class Shortfalls {

    private static final int MOST_NAMED = 6;

    private final ConsumeViewModel consume;
    private final TableNotices notices;
    private List<LookBack.Shortfall> told = List.of();

    public Shortfalls(ConsumeViewModel consume, TableNotices notices) {
        this.consume = consume;
        this.notices = notices;
    }

    /** Tells what has become known since the last tick. */
    public void tick(@Nullable LookBack now) {
        List<LookBack.Shortfall> known = now == null || now.looking() ? List.of() : now.shortfalls();
        if (!known.equals(told)) {
            told = known;
            if (now != null && !known.isEmpty()) {
                notices.tell(notice(now.wanted(), known));
            }
        }
    }

    private Notice notice(int wanted, List<LookBack.Shortfall> known) {
        return new Notice.Offer(
                what(wanted, known),
                why(known),
                "Read from the beginning",
                () -> consume.choose(consume.choiceProperty().get().with(new StartPosition.Beginning())));
    }

    /** Returns {@code orders[3] gives 52 of its last 100 records}. */
    public static String what(int wanted, List<LookBack.Shortfall> known) {
        if (known.size() == 1) {
            LookBack.Shortfall only = known.get(0);
            return only.partition() + " gives " + Numbers.grouped(only.records()) + " of its last "
                    + Counted.of(wanted, "record") + ".";
        }
        String each = Listed.first(MOST_NAMED, known, one -> one.partition() + " " + Numbers.grouped(one.records()));
        return "Fewer than the last " + Counted.of(wanted, "record") + " in " + Counted.of(known.size(), "partition")
                + ": " + each + ".";
    }

    private static String why(List<LookBack.Shortfall> known) {
        LookBack.Shortfall first = known.get(0);
        String where = known.size() == 1
                ? " It is read from offset " + Numbers.grouped(first.from()) + "; older ones are kept from "
                        + Numbers.grouped(first.begin()) + " on."
                : " Older records are kept.";
        return "Compaction or transactions left offsets without a record; going back ends after "
                + LookBack.LONGEST.toSeconds() + " s or " + Sizes.text(LookBack.MOST_BYTES) + "." + where;
    }
}
