package dev.surveyor.ui.records.page;

import dev.surveyor.service.settings.SavedFilters;
import dev.surveyor.ui.records.consume.ConsumeBar;
import dev.surveyor.ui.records.consume.JoinQuestion;
import dev.surveyor.ui.records.filter.FilterBar;
import dev.surveyor.ui.records.filter.FilterCompletion;
import dev.surveyor.ui.records.filter.SavedBar;
import dev.surveyor.ui.records.filter.SeenFields;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.partitions.PartitionsChip;
import dev.surveyor.ui.records.table.RecordTable;
import dev.surveyor.ui.records.table.SortOrder;

/**
 * The bars above the rows: what is read, and what of it is shown.
 *
 * @param completion hangs below the filter, over the rows
 */
record RecordBars(ConsumeBar consume, FilterBar filter, FilterCompletion completion) {

    static RecordBars of(
            RecordTableViewModel model, RecordTools tools, RecordTable table, SeenFields seen, SortOrder order) {
        ConsumeBar consume = new ConsumeBar(
                model.consume(),
                model.feed(),
                new JoinQuestion(model.cluster(), tools.dialogs(), tools.ui()),
                new PartitionsChip(model.consume(), model.partitionFacts()),
                table::browseHere,
                tools.dialogs(),
                tools.zonedClock());
        FilterCompletion completion = new FilterCompletion(seen);
        FilterBar filter = new FilterBar(
                model.filter(),
                model.feed(),
                model.transactions(),
                new SavedBar(
                        model.filter(), new SavedFilters(tools.settings()), tools.dialogs(), model.notices()::tell),
                table::focusRows,
                new SortedChip(order),
                completion);
        return new RecordBars(consume, filter, completion);
    }
}
