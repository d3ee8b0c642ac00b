package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.inspect.Payload;
import dev.surveyor.service.inspect.PayloadFormat;
import dev.surveyor.service.inspect.PayloadShown;
import dev.surveyor.service.inspect.ReadPart;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PayloadViewModelTest {

    private static final ConsumedRecord JSON = InspectorRig.record("orders", 1, "{\"status\":\"paid\"}");
    private static final ConsumedRecord TEXT = InspectorRig.record("notes", 2, "plain words");
    private static final ConsumedRecord LARGE = InspectorRig.record("large", 3, "x".repeat(2_000_000));

    private final InspectorRig rig = new InspectorRig();
    private final PayloadViewModel model = new PayloadViewModel(rig.decoding, rig.tools.background(), rig.tools.ui());

    @Test
    void a_json_value_is_drawn_as_a_tree() {
        model.show(JSON, RecordPart.VALUE);
        rig.work();
        assertThat(drawn()).isInstanceOf(Payload.Body.Tree.class);
        assertThat(model.shownProperty().get().summary()).contains("JSON");
    }

    @Test
    void the_key_is_drawn_where_it_is_asked_for() {
        model.show(JSON, RecordPart.KEY);
        rig.work();
        assertThat(text()).isEqualTo("cust-1");
    }

    @Test
    void of_two_records_the_newest_is_drawn_although_the_first_is_decoded_last() {
        model.show(JSON, RecordPart.VALUE);
        Runnable slow = rig.background.remove();
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        slow.run();
        assertThat(text()).isEqualTo("plain words");
    }

    @Test
    void a_value_that_comes_after_it_was_given_up_is_passed_over() {
        model.show(TEXT, RecordPart.VALUE);
        model.clear();
        rig.work();
        assertThat(model.shownProperty().get()).isEqualTo(PayloadShown.NOTHING);
    }

    @Test
    void a_large_value_says_that_it_is_decoded_until_it_is() {
        model.show(LARGE, RecordPart.VALUE);
        assertThat(model.shownProperty().get().body())
                .isEqualTo(new PayloadShown.Body.Working("Decoding 2.0\u00a0MB…"));
        rig.work();
        assertThat(drawn()).isInstanceOf(Payload.Body.Text.class);
        assertThat(model.shownProperty().get().more()).isTrue();
    }

    @Test
    void a_large_value_that_cannot_be_decoded_says_why_in_place_of_that_it_is_decoded() {
        model.show(LARGE, RecordPart.VALUE);
        rig.broken.add("decode");
        rig.work();
        assertThat(word())
                .startsWith("The value cannot be shown: an error inside Surveyor, decode")
                .endsWith("or save the bytes to a file.");
        assertThat(model.shownProperty().get().save()).isTrue();
    }

    @Test
    void what_failed_is_drawn_once_it_can_be_decoded() {
        rig.broken.add("decode");
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        rig.broken.clear();
        model.formatProperty().set(PayloadFormat.TEXT);
        rig.work();
        assertThat(text()).isEqualTo("plain words");
    }

    @Test
    void decoding_that_is_cancelled_says_so_and_its_result_is_passed_over() {
        model.show(LARGE, RecordPart.VALUE);
        model.cancel();
        rig.work();
        assertThat(word()).isEqualTo("Decoding was cancelled. Choose a format to begin again.");
    }

    @Test
    void load_all_asks_for_all_of_it() {
        model.show(LARGE, RecordPart.VALUE);
        rig.work();
        model.loadAll();
        rig.work();
        assertThat(text()).hasSize(2_000_000);
        assertThat(model.shownProperty().get().more()).isFalse();
    }

    @Test
    void another_record_is_not_loaded_in_full_because_the_one_before_was() {
        model.show(LARGE, RecordPart.VALUE);
        model.loadAll();
        rig.work();
        model.show(InspectorRig.record("large", 4, "y".repeat(2_000_000)), RecordPart.VALUE);
        rig.work();
        assertThat(model.shownProperty().get().more()).isTrue();
    }

    @Test
    void a_format_stays_from_record_to_record() {
        model.formatProperty().set(PayloadFormat.HEX);
        model.show(JSON, RecordPart.VALUE);
        rig.work();
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        assertThat(drawn()).isInstanceOf(Payload.Body.Hex.class);
    }

    @Test
    void a_value_is_decoded_anew_when_its_topic_is_read_in_another_way() {
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        rig.decoding.choose("notes", RecordPart.VALUE, "JSON");
        rig.work();
        ReadPart read = Objects.requireNonNull(model.shownProperty().get().read());
        assertThat(read.reading().chosen()).isTrue();
    }

    @Test
    void while_another_record_is_decoded_nothing_of_the_one_before_is_left() {
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        model.show(JSON, RecordPart.VALUE);
        PayloadShown now = model.shownProperty().get();
        assertThat(now.body()).isEqualTo(new PayloadShown.Body.Blank());
        assertThat(now.summary() + now.problem()).isEmpty();
    }

    @Test
    void the_search_goes_on_in_what_is_drawn_next() {
        model.find().textProperty().set("paid");
        model.find().open();
        model.show(TEXT, RecordPart.VALUE);
        rig.work();
        assertThat(model.find().countProperty().get().words()).isEqualTo("not found");
        model.show(JSON, RecordPart.VALUE);
        rig.work();
        assertThat(model.find().countProperty().get().words()).isEqualTo("1 of 1");
    }

    private Payload.Body drawn() {
        return ((PayloadShown.Body.Drawn) model.shownProperty().get().body()).content();
    }

    private String text() {
        return ((Payload.Body.Text) drawn()).text().text();
    }

    private String word() {
        return ((PayloadShown.Body.Word) model.shownProperty().get().body()).words();
    }
}
