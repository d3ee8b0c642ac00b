package dev.surveyor.ui.records.gaps;

import dev.surveyor.domain.record.OffsetGap;

/** What the row of a gap says, and what follows a question about it. */
public interface GapWords {

    /** Returns why these offsets were not delivered, as far as that is known now: {@code compaction}. */
    String reason(OffsetGap gap);

    /** Explains the gap at length. */
    void explain(OffsetGap gap);
}
