package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.inspect.Compared;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {

    private static final ConsumedRecord OLD = InspectorRig.record("orders", 1, "{\"status\":\"placed\"}");
    private static final ConsumedRecord NEW = InspectorRig.record("orders", 2, "{\"status\":\"paid\"}");

    private final InspectorRig rig = new InspectorRig();
    private final DiffViewModel model = new DiffViewModel(rig.decoding, rig.tools.background(), rig.tools.ui());

    @Test
    void it_says_which_record_it_is_compared_with_and_how_much_differs() {
        compare();
        rig.work();
        assertThat(now().against()).isEqualTo("Compared with orders[0]@1, the record before, 1\u00a0ms earlier");
        assertThat(now().result()).isEqualTo("1 removed, 1 added, by path.");
        assertThat(now().differences()).isNotEmpty();
    }

    @Test
    void that_there_is_no_other_record_is_said() {
        model.show(NEW, () -> null);
        assertThat(now().against()).isEqualTo("Looking for the record to compare with…");
        rig.work();
        assertThat(now().against()).startsWith("No earlier record of this key in the buffer.");
    }

    @Test
    void a_comparison_that_fails_says_why_in_place_of_that_it_is_looking() {
        model.show(NEW, () -> {
            throw new IllegalStateException("previous");
        });
        rig.work();
        assertThat(now().against())
                .isEqualTo("The record cannot be compared: an error inside Surveyor, previous"
                        + " (IllegalStateException).");
    }

    @Test
    void a_comparison_that_comes_late_is_passed_over() {
        compare();
        Runnable slow = rig.background.remove();
        model.show(OLD, () -> null);
        rig.work();
        slow.run();
        assertThat(now().against()).startsWith("No earlier record of this key");
        compare();
        model.clear();
        rig.work();
        assertThat(now().against()).isEmpty();
    }

    private void compare() {
        model.show(NEW, () -> new Compared.Other(OLD, "the record before"));
    }

    private Compared now() {
        return model.comparedProperty().get();
    }
}
