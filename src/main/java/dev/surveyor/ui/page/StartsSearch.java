package dev.surveyor.ui.page;

import dev.surveyor.domain.search.SearchScope;

/** A page that searches. */
@FunctionalInterface
public interface StartsSearch {

    /** Searches for what was asked elsewhere, in the place of its last search. */
    void search(String filter, SearchScope scope);
}
