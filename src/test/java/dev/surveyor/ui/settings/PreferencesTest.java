package dev.surveyor.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.service.settings.TimeZoneChoice;
import dev.surveyor.ui.fx.Theme;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private final FakeSettings settings = new FakeSettings();

    @Test
    void without_settings_the_defaults_count() {
        Preferences preferences = new Preferences(settings);
        assertThat(preferences.bufferLimits()).isEqualTo(BufferLimits.DEFAULT);
        assertThat(preferences.themeProperty().get()).isEqualTo(Theme.Choice.SYSTEM);
        assertThat(preferences.rowHeight().getValue()).isEqualTo(26);
    }

    @Test
    void a_choice_is_remembered_and_the_default_needs_no_remembering() {
        Preferences preferences = new Preferences(settings);
        preferences.themeProperty().set(Theme.Choice.DARK);
        preferences.timeZoneProperty().set(TimeZoneChoice.UTC);
        assertThat(settings.texts).containsEntry("appearance.theme", "dark").containsEntry("time.zone", "utc");
        assertThat(new Preferences(settings).zone().getValue()).isEqualTo(ZoneOffset.UTC);
        preferences.themeProperty().set(Theme.Choice.SYSTEM);
        assertThat(settings.texts).doesNotContainKey("appearance.theme");
    }

    @Test
    void a_remembered_text_that_makes_no_sense_counts_as_the_default() {
        settings.put("appearance.theme", "pink");
        settings.put("buffer.records", "many");
        settings.put("buffer.megabytes", "1");
        Preferences preferences = new Preferences(settings);
        assertThat(preferences.themeProperty().get()).isEqualTo(Theme.Choice.SYSTEM);
        assertThat(preferences.bufferRecordsProperty().get()).isEqualTo(100_000);
        assertThat(preferences.bufferMegabytesProperty().get()).isEqualTo(Preferences.MIN_MEGABYTES);
    }

    @Test
    void a_number_applies_while_it_is_typed_and_a_wrong_one_says_why_not() {
        Preferences preferences = new Preferences(settings);
        SettingsViewModel model = new SettingsViewModel(preferences);
        model.records().textProperty().set("20\u00A0000");
        assertThat(preferences.bufferRecordsProperty().get()).isEqualTo(20_000);
        model.records().textProperty().set("5");
        assertThat(model.records().problemProperty().get()).contains("out of range");
        model.records().textProperty().set("lots");
        assertThat(model.records().problemProperty().get()).contains("whole number");
        assertThat(preferences.bufferRecordsProperty().get()).isEqualTo(20_000);
    }
}
