package dev.surveyor.ui.records.page;

import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.records.table.GapWords;

/** What the rows of gaps say, and where they explain themselves: in the strip above the table. */
record GapNotes(RecordTableViewModel model) implements GapWords {

    @Override
    public String reason(OffsetGap gap) {
        return model.gaps().words(gap);
    }

    @Override
    public void explain(OffsetGap gap) {
        model.notices().tell(model.gaps().explanation(gap));
    }
}
