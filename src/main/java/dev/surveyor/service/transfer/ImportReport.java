package dev.surveyor.service.transfer;

import java.util.List;

/**
 * What became of an import: {@code read = leftOut + acknowledged + failed + unconfirmed}.
 *
 * @param complete false where it was cancelled: what was sent before that stays sent
 * @param read how many records were read from the file
 * @param leftOut how many of them were not sent, as their time is before 1970
 * @param retimed how many were sent with the time of sending, as their own is before 1970
 * @param acknowledged how many the brokers confirmed
 * @param failed how many were not delivered
 * @param unconfirmed how many had no answer when the waiting ended
 * @param brokenLines how many lines are no records and were passed over
 * @param problems the first failures, {@code line 5: why}
 */
public record ImportReport(
        boolean complete,
        long read,
        long leftOut,
        long retimed,
        long acknowledged,
        long failed,
        long unconfirmed,
        long brokenLines,
        List<String> problems) {

    public ImportReport {
        problems = List.copyOf(problems);
    }
}
