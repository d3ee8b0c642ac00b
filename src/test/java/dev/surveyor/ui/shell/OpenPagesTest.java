package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.page.FakePage;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import org.junit.jupiter.api.Test;

class OpenPagesTest {

    private final OpenPages pages = new OpenPages();

    @Test
    void opening_an_open_address_selects_its_page_and_makes_no_other() {
        OpenPage first = open("orders");
        open("audit");

        OpenPage again = open("orders");

        assertThat(again).isSameAs(first);
        assertThat(pages.pages()).hasSize(2);
        assertThat(pages.selected()).contains(first);
    }

    @Test
    void closing_the_selected_page_selects_its_neighbour_and_ends_what_runs_in_it() {
        open("orders");
        OpenPage audit = open("audit");
        open("payments");
        pages.select(audit);

        pages.close(audit);

        assertThat(((FakePage) audit.page()).closed).isTrue();
        assertThat(pages.selected().map(page -> page.address().object())).contains("payments");
    }

    @Test
    void closing_the_last_page_leaves_nothing_selected() {
        pages.close(open("orders"));

        assertThat(pages.selected()).isEmpty();
    }

    @Test
    void the_page_closed_last_is_the_first_to_come_back() {
        OpenPage orders = open("orders");
        OpenPage audit = open("audit");
        pages.close(orders);
        pages.close(audit);

        assertThat(pages.takeLastClosed()).contains(audit.address());
        assertThat(pages.takeLastClosed()).contains(orders.address());
        assertThat(pages.takeLastClosed()).isEmpty();
    }

    @Test
    void replacing_a_page_keeps_its_place_and_its_selection() {
        open("audit");
        OpenPage old = open("orders");
        open("payments");
        pages.select(old);
        OpenPage fresh = page("orders");

        pages.replace(old, fresh);

        assertThat(pages.pages().get(1)).isSameAs(fresh);
        assertThat(pages.selected()).contains(fresh);
        assertThat(((FakePage) old.page()).closed).isTrue();
    }

    @Test
    void next_goes_around_the_ends() {
        OpenPage orders = open("orders");
        open("audit");

        pages.selectNext(1);

        assertThat(pages.selected()).contains(orders);
    }

    private OpenPage open(String topic) {
        return pages.open(address(topic), () -> page(topic));
    }

    private static OpenPage page(String topic) {
        return new OpenPage(address(topic), null, new FakePage(topic, Page.Mark.NONE));
    }

    private static PageAddress address(String topic) {
        return new PageAddress(PageAddress.Kind.TOPIC, "p1", topic);
    }
}
