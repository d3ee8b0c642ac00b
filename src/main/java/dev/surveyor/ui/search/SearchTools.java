package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.parts.RunningTasks;

/**
 * What a search page needs of its surroundings.
 *
 * @param tasks lists searches that run
 */
record SearchTools(Toolkit toolkit, RunningTasks tasks) {

    /** Returns what a filter needs to know that is compiled now, for keys and values read with that reader. */
    FilterContext filterContext(RecordReader reader) {
        return FilterContext.ofTopic(toolkit.clock().withZone(toolkit.zone().getValue()), reader);
    }
}
