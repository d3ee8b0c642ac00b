package dev.surveyor.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.settings.FakeSettings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SettingTest {

    private final FakeSettings settings = new FakeSettings();

    @Test
    void what_is_kept_is_read_again() {
        Setting<TimeUnit> unit = Setting.ofConstant("test.unit", TimeUnit.class);
        assertThat(unit.in(settings)).isEmpty();
        unit.keep(settings, TimeUnit.HOURS);
        assertThat(settings.get("test.unit")).contains("hours");
        assertThat(unit.in(settings)).contains(TimeUnit.HOURS);
    }

    @Test
    void what_cannot_be_read_counts_as_not_kept() {
        settings.put("test.unit", "fortnights");
        settings.put("test.number", "many");
        assertThat(Setting.ofConstant("test.unit", TimeUnit.class).in(settings)).isEmpty();
        assertThat(Setting.ofNumber("test.number").in(settings)).isEmpty();
    }

    @Test
    void what_holds_without_a_choice_is_not_kept() {
        Setting<Integer> number = Setting.ofNumber("test.number");
        number.keep(settings, 7, 5);
        assertThat(settings.get("test.number")).contains("7");
        number.keep(settings, 5, 5);
        assertThat(settings.get("test.number")).isEmpty();
    }

    @Test
    void how_a_topic_looks_is_the_same_on_every_connection() {
        assertThat(Setting.ofTopic("records.columns", "orders", Setting::text, text -> text)
                        .key())
                .isEqualTo("records.columns.orders");
    }

    @Test
    void what_depends_on_a_cluster_is_kept_for_its_connection() {
        assertThat(Setting.ofTopicOf("id-1", "producer.form", "orders", Setting::text, text -> text)
                        .key())
                .isEqualTo("producer.form.id-1.orders");
    }
}
