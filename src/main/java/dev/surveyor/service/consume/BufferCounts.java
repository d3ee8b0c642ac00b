package dev.surveyor.service.consume;

/**
 * What became of all records of a table. At any moment {@code received = shown + filtered + evicted}.
 *
 * @param received records that the table was given since it was cleared
 * @param receivedBytes bytes of their keys, values and headers
 * @param shown those that are kept and match the filter
 * @param filtered those that are kept and do not match, and those that were skipped while fetching
 * @param skipped the part of {@code filtered} that is not kept, because it did not match when it was fetched
 * @param evicted those that gave way to newer ones, whether they had matched or not
 * @param decodeErrors received records whose key or value cannot be read as was detected or chosen; of before another
 *     choice, or before a schema arrived, only those that were kept
 * @param late records of before a seek, or of a stopped consumer, that came after it; not part of {@code received}
 * @param kept records in the buffer
 * @param keptBytes bytes of their keys, values and headers
 * @param fill how full the buffer is, 0 to 1, by the limit that is nearer
 */
public record BufferCounts(
        long received,
        long receivedBytes,
        long shown,
        long filtered,
        long skipped,
        long evicted,
        long decodeErrors,
        long late,
        int kept,
        long keptBytes,
        double fill) {

    /** The counts of an empty table. */
    public static final BufferCounts ZERO = new BufferCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
