package dev.surveyor.service.transfer;

import java.util.List;

/**
 * What became of an import: {@code read = acknowledged + failed + unconfirmed}.
 *
 * @param complete false where it was cancelled: what was sent before that stays sent
 * @param read how many records were read from the file and handed to the producer
 * @param acknowledged how many the brokers confirmed
 * @param failed how many were not delivered
 * @param unconfirmed how many had no answer when the waiting ended
 * @param brokenLines how many lines are no records and were passed over
 * @param problems the first failures, {@code line 5: why}
 */
public record ImportReport(
        boolean complete,
        long read,
        long acknowledged,
        long failed,
        long unconfirmed,
        long brokenLines,
        List<String> problems) {

    public ImportReport {
        problems = List.copyOf(problems);
    }
}
