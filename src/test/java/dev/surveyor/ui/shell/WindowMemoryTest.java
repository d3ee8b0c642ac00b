package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.settings.FakeSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {

    private static final PageAddress ORDERS = new PageAddress(PageAddress.Kind.TOPIC, "local", "orders");
    private static final PageAddress BILLING = new PageAddress(PageAddress.Kind.GROUP, "local", "billing");

    private final FakeSettings settings = new FakeSettings();
    private final WindowMemory memory = new WindowMemory(settings);

    @Test
    void a_first_window_has_all_regions_and_no_tabs() {
        assertThat(memory.sidebarShown()).isTrue();
        assertThat(memory.inspectorShown()).isTrue();
        assertThat(memory.tabs()).isEmpty();
        assertThat(memory.selectedTab()).isEmpty();
    }

    @Test
    void regions_come_back_as_they_were_left() {
        memory.keepRegions(true, false);
        assertThat(memory.sidebarShown()).isTrue();
        assertThat(memory.inspectorShown()).isFalse();
        assertThat(settings.get("window.regions")).contains("sidebar no-inspector");

        memory.keepRegions(false, true);
        assertThat(memory.sidebarShown()).isFalse();
        assertThat(memory.inspectorShown()).isTrue();
        assertThat(settings.get("window.regions")).contains("no-sidebar inspector");
    }

    @Test
    void tabs_come_back_in_their_order_with_the_one_that_was_chosen() {
        memory.keepTabs(List.of(ORDERS, BILLING), Optional.of(BILLING));
        assertThat(memory.tabs()).containsExactly(ORDERS, BILLING);
        assertThat(memory.selectedTab()).contains(BILLING);
        assertThat(settings.get("window.tabs")).contains(ORDERS.text() + "\n" + BILLING.text());

        memory.keepTabs(List.of(), Optional.empty());
        assertThat(memory.tabs()).isEmpty();
        assertThat(settings.get("window.selected-tab")).isEmpty();
    }

    @Test
    void a_tab_that_cannot_be_read_or_is_there_twice_is_passed_over() {
        settings.put("window.tabs", ORDERS.text() + "\nnothing\n" + ORDERS.text() + "\n" + BILLING.text());
        assertThat(memory.tabs()).containsExactly(ORDERS, BILLING);
    }
}
