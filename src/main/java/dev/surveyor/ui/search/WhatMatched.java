package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.MatchFinder;
import dev.surveyor.filter.MatchHit;
import dev.surveyor.ui.fx.BackgroundWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out where matches met the filter, for those that come into sight, off the JavaFX thread. For that thread only. */
final class WhatMatched {

    private final BackgroundWork looking;
    private final UiExecutor ui;
    private final Map<ConsumedRecord, List<MatchHit>> known = new HashMap<>();
    private List<ConsumedRecord> asked = new ArrayList<>();
    private @Nullable MatchFinder finder;
    private Runnable whenKnown = () -> {};

    WhatMatched(Executor background, UiExecutor ui) {
        this.looking = new BackgroundWork(background, ui);
        this.ui = ui;
    }

    /** Calls back each time when more is known. */
    void onKnown(Runnable told) {
        whenKnown = told;
    }

    /** Has everything drawn anew. */
    void tell() {
        whenKnown.run();
    }

    /** Forgets what is known, and asks this finder from now on. */
    void ask(@Nullable MatchFinder now) {
        finder = now;
        known.clear();
        asked = new ArrayList<>();
    }

    /** Returns the places of a match; none until they are known. */
    List<MatchHit> of(ConsumedRecord match) {
        List<MatchHit> hits = known.get(match);
        if (hits == null && finder != null) {
            // Asked for once, however often it is drawn.
            hits = List.of();
            known.put(match, hits);
            if (asked.isEmpty()) {
                ui.execute(this::send);
            }
            asked.add(match);
        }
        return hits == null ? List.of() : hits;
    }

    private void send() {
        MatchFinder now = finder;
        List<ConsumedRecord> records = asked;
        asked = new ArrayList<>();
        if (now == null || records.isEmpty()) {
            return;
        }
        looking.start(
                () -> records.stream().collect(Collectors.toMap(Function.identity(), now::hits, (one, same) -> one)),
                found -> {
                    if (now.equals(finder)) {
                        known.putAll(found);
                        whenKnown.run();
                    }
                },
                thrown -> {});
    }
}
