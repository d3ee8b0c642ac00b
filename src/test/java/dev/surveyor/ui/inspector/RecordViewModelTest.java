package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.inspect.Compared;
import dev.surveyor.service.inspect.HeaderRow;
import dev.surveyor.service.inspect.PayloadShown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordViewModelTest {

    private static final ConsumedRecord RECORD = InspectorRig.record("orders", 1, "first");
    private static final ConsumedRecord NEXT = InspectorRig.record("orders", 2, "second");

    private final InspectorRig rig = new InspectorRig();
    private final RecordViewModel model = new RecordViewModel(
            rig.tools, rig.actions(), shown -> () -> new Compared.Other(RECORD, "the record before"));

    @Test
    void the_tag_with_which_it_was_sent_is_said_when_it_is_known() {
        model.show(RECORD);
        assertThat(metadata()).contains("opaque: — (no tag of a record sent here)", "transaction: committed");
        rig.work();
        assertThat(metadata()).contains("opaque: tag-1");
    }

    @Test
    void a_tag_that_comes_late_is_not_said_of_another_record() {
        model.show(RECORD);
        Runnable slow = rig.background.remove();
        model.show(NEXT);
        rig.work();
        slow.run();
        assertThat(metadata()).contains("opaque: tag-2", "reference: orders[0]@2");
    }

    @Test
    void metadata_that_cannot_be_looked_up_say_why_and_the_value_is_shown() {
        rig.broken.add("opaque");
        model.show(RECORD);
        rig.work();
        assertThat(metadata()).startsWith("problem: The metadata cannot be shown: an error inside Surveyor, opaque");
        assertThat(model.payload().shownProperty().get().summary()).isNotEmpty();
    }

    @Test
    void a_transaction_that_cannot_be_told_says_why() {
        rig.broken.add("transaction");
        model.show(RECORD);
        assertThat(metadata()).startsWith("problem: The metadata cannot be shown: ");
    }

    @Test
    void only_the_part_that_is_shown_is_made() {
        model.partProperty().set(RecordViewModel.Part.DIFF);
        model.show(NEXT);
        rig.work();
        assertThat(model.diff().comparedProperty().get().against()).startsWith("Compared with orders[0]@1");
        assertThat(model.payload().hasRecord()).isFalse();
        model.partProperty().set(RecordViewModel.Part.KEY);
        rig.work();
        assertThat(model.diff().comparedProperty().get().against()).isEmpty();
        assertThat(model.payload().part()).isEqualTo(RecordPart.KEY);
        assertThat(model.payload().hasRecord()).isTrue();
    }

    @Test
    void nothing_is_left_of_a_record_that_is_forgotten() {
        model.show(RECORD);
        model.clear();
        rig.work();
        assertThat(metadata()).isEmpty();
        assertThat(model.headers().shownProperty().get().rows()).isEmpty();
        assertThat(model.payload().shownProperty().get()).isEqualTo(PayloadShown.NOTHING);
    }

    @Test
    void headers_are_read_anew_when_the_user_reads_them_in_another_way() {
        model.show(RECORD);
        assertThat(model.headers().shownProperty().get().again()).isFalse();
        model.headers().choose(model.headers().shownProperty().get().rows().get(0), "Hex");
        assertThat(model.headers().shownProperty().get().again()).isTrue();
        assertThat(model.headers().shownProperty().get().rows()).hasSize(1);
    }

    @Test
    void a_header_that_cannot_be_read_says_so_and_has_its_menu_all_the_same() {
        rig.broken.add("decode");
        model.show(RECORD);
        HeaderRow row = model.headers().shownProperty().get().rows().get(0);
        assertThat(row.aside()).startsWith("This header cannot be read: an error inside Surveyor, decode");
        assertThat(row.field().path()).isEqualTo("header.source");
    }

    @Test
    void a_part_is_saved_byte_by_byte(@TempDir Path folder) throws Exception {
        rig.dialogs.choosing(folder.resolve("value"));
        model.show(RECORD);
        model.save(RecordPart.VALUE);
        rig.work();
        assertThat(folder.resolve("value")).hasContent("first");
    }

    @Test
    void a_file_that_cannot_be_written_is_said(@TempDir Path folder) throws Exception {
        Path taken = Files.createDirectory(folder.resolve("value"));
        rig.dialogs.choosing(taken);
        model.show(RECORD);
        model.save(RecordPart.VALUE);
        rig.work();
        assertThat(rig.dialogs.asked()).last().isInstanceOf(BrokerFailure.class);
    }

    private String metadata() {
        return model.metadataProperty().get().stream()
                .map(line -> line.id() + ": " + line.text())
                .collect(Collectors.joining("\n"));
    }
}
