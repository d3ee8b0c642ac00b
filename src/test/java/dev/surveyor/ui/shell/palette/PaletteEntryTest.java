package dev.surveyor.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteEntryTest {

    private final PaletteEntry entry = new PaletteEntry("Start the sandbox", "command", "", Feather.PLAY, () -> {});

    @Test
    void a_beginning_fits_better_than_a_middle_and_a_middle_better_than_scattered_letters() {
        assertThat(entry.rank("start")).isZero();
        assertThat(entry.rank("SANDBOX")).isEqualTo(1);
        assertThat(entry.rank("stsb")).isEqualTo(2);
    }

    @Test
    void other_words_do_not_fit() {
        assertThat(entry.rank("orders")).isNegative();
    }
}
