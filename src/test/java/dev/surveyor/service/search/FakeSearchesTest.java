package dev.surveyor.service.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.charset.StandardCharsets;
import java.util.List;

class FakeSearchesTest extends SearchesContract {

    private final FakeSearches searches = new FakeSearches();

    @Override
    protected Searches searches() {
        return searches;
    }

    @Override
    protected String topic() {
        for (long offset : new long[] {0, 1, 2, 4, 5, 6, 8}) {
            searches.records.add(ConsumedRecord.at(new PartitionId("orders", 0), offset)
                    .value(("value-" + offset).getBytes(StandardCharsets.UTF_8))
                    .build());
        }
        searches.aborted.addAll(List.of(4L, 5L, 6L));
        return "orders";
    }
}
