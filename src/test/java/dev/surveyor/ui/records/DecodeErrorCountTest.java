package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import org.junit.jupiter.api.Test;

class DecodeErrorCountTest {

    private final TableRig rig = new TableRig(true);
    private final RecordTableViewModel model = rig.open(Subscription.to("orders"));

    @Test
    void errors_that_are_counted_late_are_shown_though_nothing_is_read_any_more() {
        model.consume().start();
        rig.poll(0, 3);
        model.consume().stop();
        rig.pulse.tick();
        assertThat(model.feed().countsProperty().get().decodeErrors()).isZero();

        model.decoding().choose("orders", RecordPart.VALUE, "Int64");
        rig.pulse.tick();
        while (!rig.background.isEmpty()) {
            rig.background.pop().run();
        }
        rig.pulse.tick();

        assertThat(model.feed().countsProperty().get().decodeErrors()).isEqualTo(3);
    }
}
