package dev.surveyor.ui.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.group.NoMembers;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeekViewModelTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P4 = new PartitionId("orders", 4);
    private static final PartitionId P5 = new PartitionId("orders", 5);

    private final FakeConsumer session = PictureConsumer.make();
    private final FakeClusterReader cluster = new FakeClusterReader();
    private final List<BrokerFailure> notUndone = new ArrayList<>();
    private final SeekHistory history = new SeekHistory();

    @Test
    void the_preview_says_what_the_picture_says() {
        SeekViewModel model = model();
        model.form().kindProperty().set(SeekForm.Kind.OFFSET);
        model.form().offsetProperty().set("500");
        model.partitions().tick(P4, false);
        model.partitions().setCustom(P5, "12 000");
        assertThat(model.effect().summaryProperty().get())
                .isEqualTo("Reads about 92\u00a0333 records again in 5 partitions.");
        assertThat(model.effect().warningProperty().get())
                .isEqualTo("Partition 3 begins at 1\u00a0200, so it goes there.");
        assertThat(model.effect().applyTextProperty().get()).isEqualTo("Seek 5 partitions");
        assertThat(model.effect().applyReasonProperty().get()).isEmpty();
        assertThat(SeekWords.subject(model.subject(), model.profile().name()))
                .isEqualTo("standalone consumer explorer-1 on sandbox \u00b7 running");
    }

    @Test
    void apply_moves_the_ticked_partitions_and_keeps_the_old_positions() {
        SeekViewModel model = model();
        model.partitions().tickAll(false);
        model.partitions().tick(P0, true);
        model.apply();
        assertThat(session.seeks).containsExactly(Map.of(P0, 100L));
        assertThat(history.entries()).hasSize(1);
        assertThat(history.entries().get(0).previous()).containsExactly(Map.entry(P0, 8_102L));
        assertThat(model.moves().appliedProperty().get()).isNotNull();
    }

    @Test
    void nothing_ticked_cannot_be_applied_and_says_why() {
        SeekViewModel model = model();
        model.partitions().tickAll(false);
        assertThat(model.effect().applyReasonProperty().get()).isEqualTo("Tick a partition to move it.");
        model.apply();
        assertThat(session.seeks).isEmpty();
    }

    @Test
    void a_bad_offset_is_named_and_the_old_rows_stay() {
        SeekViewModel model = model();
        model.form().kindProperty().set(SeekForm.Kind.OFFSET);
        model.form().offsetProperty().set("12x");
        assertThat(model.formErrorProperty().get()).contains("12x");
        assertThat(model.effect().applyReasonProperty().get()).contains("12x");
        assertThat(model.partitions().rows()).hasSize(6);
    }

    @Test
    void the_latest_question_wins_over_a_slow_answer_to_an_older_one() {
        SeekViewModel model = model();
        cluster.holdBack = true;
        model.form().timeProperty().set("2026-11-22 09:00");
        model.form().kindProperty().set(SeekForm.Kind.TIME);
        model.form().timeProperty().set("2026-11-22 10:00");
        assertThat(model.effect().applyReasonProperty().get()).isEqualTo("Working out the preview\u2026");
        cluster.heldBack.get(1).complete(KnownOffsets.of(Map.of(P0, 700L)));
        cluster.heldBack.get(0).complete(KnownOffsets.of(Map.of(P0, 1L)));
        assertThat(model.partitions().rows().get(0).target()).hasValue(700);
        assertThat(model.partitions().rows().get(1).note()).isEqualTo(SeekNote.NO_RECORD_THAT_LATE);
    }

    @Test
    void a_plan_for_another_target_is_never_applied() {
        SeekViewModel model = model();
        cluster.holdBack = true;
        model.form().kindProperty().set(SeekForm.Kind.TIME);
        model.apply();
        assertThat(session.seeks).isEmpty();
    }

    @Test
    void record_times_are_shown_when_they_come() {
        cluster.recordTimes.put(P0, Instant.parse("2026-11-20T08:14:22.107Z"));
        assertThat(model().partitions().rows().get(0).recordTime()).isEqualTo("2026-11-20T08:14:22.107Z");
    }

    @Test
    void a_place_without_a_record_says_where_the_first_one_is() {
        cluster.recordTimes.put(P0, Instant.parse("2026-11-20T08:14:22.107Z"));
        cluster.holes.put(P0, 35L);
        cluster.noRecords.add(P5);
        SeekViewModel model = model();
        assertThat(SeekWords.note(model.partitions().rows().get(0))).isEqualTo("first record at 135");
        assertThat(SeekWords.note(model.partitions().rows().get(5))).isEqualTo("no record from there to the end");
    }

    @Test
    void one_record_is_one_record() {
        session.positions.clear();
        PictureConsumer.add(session, 0, 11, 10, -1);
        SeekViewModel model = model();
        model.form().kindProperty().set(SeekForm.Kind.END);
        assertThat(model.effect().summaryProperty().get()).isEqualTo("Skips about 1 record in 1 partition.");
    }

    @Test
    void a_commit_beyond_the_end_is_named_and_what_is_not_there_is_not_read_again() {
        SeekViewModel model = ofGroup(41, 26);
        model.form().offsetProperty().set("13");
        model.form().kindProperty().set(SeekForm.Kind.OFFSET);
        assertThat(model.effect().summaryProperty().get()).isEqualTo("Reads about 13 records again in 1 partition.");
        assertThat(SeekWords.note(model.partitions().rows().get(0))).isEqualTo("stands 15 beyond the end");

        model.form().kindProperty().set(SeekForm.Kind.END);
        assertThat(model.effect().summaryProperty().get()).isEqualTo("Moves 1 partition past no record.");
    }

    @Test
    void going_back_brings_all_that_was_committed() {
        cluster.metadata.put(P0, "lease 7");
        SeekViewModel model = ofGroup(20, 26);
        model.form().kindProperty().set(SeekForm.Kind.END);
        model.apply();
        assertThat(cluster.committed).containsEntry(P0, 26L);
        assertThat(cluster.metadata).isEmpty();

        model.moves().undo(model.subject(), history.entries().get(0));
        assertThat(cluster.committed).containsEntry(P0, 20L);
        assertThat(cluster.metadata).containsEntry(P0, "lease 7");

        model.refresh();
        model.apply();
        model.refresh();
        model.partitions().restore(history.entries().get(0));
        model.apply();
        assertThat(cluster.committed).containsEntry(P0, 20L);
        assertThat(cluster.metadata).as("by the history as well").containsEntry(P0, "lease 7");
    }

    /** Opens the dialog for a group that has committed an offset of a partition. */
    private SeekViewModel ofGroup(long committed, long end) {
        cluster.topics.put("orders", 1);
        cluster.begins.put(P0, 0L);
        cluster.ends.put(P0, end);
        cluster.committed.put(P0, committed);
        SeekViewModel model =
                model(new SeekSubject.OfGroup(new GroupReset(cluster, cluster, new NoMembers(), "billing")));
        model.partitions().tickAll(true);
        return model;
    }

    @Test
    void a_failure_is_shown_in_the_dialog_and_goes_with_the_next_success() {
        SeekViewModel model = model();
        session.refusal = failure("Broker 1 did not answer.");
        model.apply();
        assertThat(model.failureProperty().get().what()).isEqualTo("Broker 1 did not answer.");
        session.refusal = null;
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void an_undo_that_fails_after_the_dialog_is_gone_is_told_to_the_window() {
        SeekViewModel model = model();
        model.apply();
        model.close();
        session.refusal = failure("The consumer was stopped.");
        model.moves().undo(model.subject(), history.entries().get(0));
        assertThat(notUndone).extracting(BrokerFailure::what).containsExactly("The consumer was stopped.");
    }

    @Test
    void an_earlier_seek_is_brought_back_as_a_preview_first() {
        SeekViewModel model = model();
        history.add(
                new SeekHistory.Entry(Instant.EPOCH, "to the end", Map.of(P5, 12_000L), Map.of(P5, 12_747L), Map.of()));
        model.partitions().restore(history.entries().get(0));
        assertThat(session.seeks).isEmpty();
        assertThat(model.effect().applyTextProperty().get()).isEqualTo("Seek 1 partition");
        assertThat(model.partitions().rows().get(5).target()).hasValue(12_000);
    }

    @Test
    void the_export_holds_every_partition() {
        assertThat(model().partitions().csv().lines().toList())
                .hasSize(7)
                .contains("orders,3,1200,48209,48207,48157,2,1200,-47007,,");
    }

    private SeekViewModel model() {
        return model(new SeekSubject.OfConsumer(session));
    }

    private SeekViewModel model(SeekSubject subject) {
        cluster.groupIds.add("billing");
        return new SeekViewModel(
                List.of(subject),
                profile(),
                cluster,
                moved -> history,
                Runnable::run,
                CLOCK,
                ZoneId.of("Europe/Berlin"),
                notUndone::add);
    }

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:02:14Z"), java.time.ZoneOffset.UTC);

    static ConnectionProfile profile() {
        return new ConnectionProfile(
                "1",
                "sandbox",
                Environment.SANDBOX,
                List.of("localhost:41092"),
                "",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
    }

    static BrokerFailureException failure(String what) {
        return new BrokerFailureException(
                new BrokerFailure(
                        what, "It may be down.", List.of("Try again"), "details", BrokerFailure.Kind.RETRIABLE),
                null);
    }
}
