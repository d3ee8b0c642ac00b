package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.inspect.Finder;
import dev.surveyor.service.inspect.Hit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindViewModelTest {

    private final InspectorRig rig = new InspectorRig();
    private final FindViewModel model = new FindViewModel(rig.tools.background(), rig.tools.ui());
    private final List<@Nullable Hit> revealed = new ArrayList<>();

    @BeforeEach
    void hear() {
        model.onReveal(revealed::add);
        model.in((wanted, givenUp) -> Finder.inText("one two one", wanted, givenUp));
        model.open();
        revealed.clear();
    }

    @Test
    void the_first_place_is_shown_and_how_many_there_are() {
        look("one");
        assertThat(words()).isEqualTo("1 of 2");
        assertThat(revealed).last().isEqualTo(new Hit(0, 3, null));
    }

    @Test
    void it_goes_round_the_end_in_both_directions() {
        look("one");
        model.step(-1);
        assertThat(words()).isEqualTo("2 of 2");
        assertThat(revealed).last().isEqualTo(new Hit(8, 3, null));
        model.step(1);
        assertThat(words()).isEqualTo("1 of 2");
    }

    @Test
    void what_is_not_there_is_said_and_no_place_is_shown() {
        look("three");
        assertThat(model.countProperty().get()).isEqualTo(new FindViewModel.Count("not found", true, ""));
        assertThat(revealed).last().isNull();
    }

    @Test
    void of_two_texts_the_newest_counts_although_the_first_is_found_last() {
        model.textProperty().set("one");
        Runnable slow = rig.background.remove();
        look("two");
        slow.run();
        assertThat(words()).isEqualTo("1 of 1");
    }

    @Test
    void a_search_that_fails_says_why_in_place_of_that_it_is_looking() {
        model.in((wanted, givenUp) -> {
            throw new IllegalStateException("odd value");
        });
        model.textProperty().set("one");
        assertThat(words()).isEqualTo("…");
        rig.work();
        assertThat(words()).isEqualTo("not searched");
        assertThat(model.countProperty().get().why())
                .isEqualTo("This value cannot be searched: an error inside Surveyor, odd value"
                        + " (IllegalStateException).");
        model.in((wanted, givenUp) -> Finder.inText("one", wanted, givenUp));
        rig.work();
        assertThat(words()).isEqualTo("1 of 1");
    }

    @Test
    void a_search_that_is_closed_shows_no_place_any_more() {
        model.textProperty().set("one");
        model.close();
        rig.work();
        assertThat(revealed).last().isNull();
        assertThat(model.openProperty().get()).isFalse();
    }

    private void look(String text) {
        model.textProperty().set(text);
        rig.work();
    }

    private String words() {
        return model.countProperty().get().words();
    }
}
