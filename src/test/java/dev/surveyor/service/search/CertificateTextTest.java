package dev.surveyor.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateTextTest {

    private static final PartitionTally CUT_SHORT = new PartitionTally(
            new PartitionId("orders", 3),
            100,
            200,
            180,
            60,
            6_000,
            7,
            2,
            List.of(101L, 150L),
            List.of(new OffsetGap(new PartitionId("orders", 3), 110, 119)),
            4);
    private static final PartitionTally WHOLE =
            new PartitionTally(new PartitionId("orders", 0), 0, 50, 50, 45, 4_500, 3, 0, List.of(), List.of(), 0);

    private static final SearchCertificate CERTIFICATE = new SearchCertificate(
            new SearchScope("orders", Set.of(0, 3), new SearchRange.Offsets(0, 200), IsolationLevel.READ_COMMITTED),
            "paid",
            "cluster",
            Instant.parse("2026-11-22T09:02:14Z"),
            Duration.ofSeconds(4),
            SearchEnd.CANCELLED,
            null,
            6,
            List.of(WHOLE, CUT_SHORT),
            List.of(),
            8,
            0);

    @Test
    void every_line_of_the_table_adds_up() {
        List<List<String>> rows = CertificateText.of(CERTIFICATE)
                .lines()
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .toList();
        // P from to read absent deleted unread undecoded matched
        assertThat(rows).contains(List.of("0", "0", "50", "45", "5", "0", "0", "0", "3"));
        assertThat(rows).contains(List.of("3", "100", "200", "60", "10", "10", "20", "2", "7"));
        assertThat(rows).contains(List.of("sum", "150", "105", "15", "10", "20", "2", "10"));
    }

    @Test
    void what_could_hide_a_match_is_named() {
        assertThat(CertificateText.of(CERTIFICATE))
                .contains("partitions 0, 3, offsets 0 to 199")
                .contains("Cancelled at 86.6")
                .contains("10 (8 kept, 2 counted only)")
                .contains("orders[3] deleted before they could be read: 110-119")
                .contains("orders[3] could not be decoded, first offsets: 101, 150")
                .contains("4 offsets lie behind an open transaction");
    }
}
