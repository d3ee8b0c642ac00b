package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {

    private static final ConsumedRecord FIRST = InspectorRig.record("orders", 1, "first");
    private static final ConsumedRecord SECOND = InspectorRig.record("orders", 2, "second");

    private final InspectorRig rig = new InspectorRig();

    @SuppressWarnings("NullAway") // misreads a nullable type argument of a constructor as never null
    private final InspectorViewModel model =
            new InspectorViewModel(rig.tools, rig.actions(), rig.selected.getReadOnlyProperty());

    @Test
    void it_shows_what_is_selected() {
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.NOTHING);
        rig.selected.set(FIRST);
        assertThat(shown()).isEqualTo(FIRST);
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.RECORD);
        rig.selected.set(null);
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.NOTHING);
    }

    @Test
    void a_pinned_record_stays_and_is_compared_with_the_selected_one() {
        rig.selected.set(FIRST);
        model.pinnedProperty().set(true);
        model.record().partProperty().set(RecordViewModel.Part.DIFF);
        rig.selection.add(SECOND);
        rig.selected.set(SECOND);
        rig.work();
        assertThat(shown()).isEqualTo(FIRST);
        assertThat(model.record().diff().comparedProperty().get().against())
                .startsWith("Compared with orders[0]@2, the selected record");
        model.pinnedProperty().set(false);
        assertThat(shown()).isEqualTo(SECOND);
    }

    @Test
    void a_narrow_window_folds_it_until_it_is_opened() {
        rig.selected.set(FIRST);
        model.narrow(true);
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.RAIL);
        model.unfold();
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.RECORD);
        model.closeRecord();
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.RAIL);
        assertThat(shown()).isEqualTo(FIRST);
    }

    @Test
    void a_record_that_is_closed_is_not_pinned_any_more() {
        rig.selected.set(FIRST);
        model.pinnedProperty().set(true);
        model.closeRecord();
        assertThat(model.pinnedProperty().get()).isFalse();
        assertThat(model.faceProperty().get()).isEqualTo(InspectorViewModel.Face.NOTHING);
        rig.selected.set(SECOND);
        assertThat(shown()).isEqualTo(SECOND);
    }

    private ConsumedRecord shown() {
        return model.record().recordProperty().get();
    }
}
