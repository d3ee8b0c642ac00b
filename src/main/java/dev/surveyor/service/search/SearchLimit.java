package dev.surveyor.service.search;

/**
 * How many matches are kept. Both limits hold; the first to be reached counts.
 *
 * @param records how many, at least 1
 * @param bytes how many bytes they may have together, at least 1; one record is always kept
 * @param stops whether the search ends when the limit is reached; else it goes on and only counts
 */
public record SearchLimit(int records, long bytes, boolean stops) {

    /** 10,000 matches or 256 MB; after that they are counted and not kept. */
    public static final SearchLimit DEFAULT = new SearchLimit(10_000, 256_000_000, false);

    public SearchLimit {
        if (records < 1 || bytes < 1) {
            throw new IllegalArgumentException("a limit of " + records + " records, " + bytes + " bytes: at least 1");
        }
    }
}
