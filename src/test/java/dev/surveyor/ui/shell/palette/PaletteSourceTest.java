package dev.surveyor.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.ui.page.FakeWorkbench;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.testing.DirectUiExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteSourceTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final List<String> asked = new ArrayList<>();
    private final FakeSession session =
            FakeSession.of("local", Environment.DEVELOPMENT).with(clusterWith("billing"));
    private final PaletteSource source = new PaletteSource(
            new DirectUiExecutor(),
            () -> List.of(session),
            at -> asked.add("a name on " + at.profile().name()),
            workbench);

    @BeforeEach
    void read() {
        source.read(() -> {});
    }

    @Test
    void a_name_that_is_not_there_opens_the_page_of_a_new_group() {
        List<PaletteEntry> entries = source.groupsOnly(" bill ");
        assertThat(entries).extracting(PaletteEntry::title).containsExactly("billing", "New group “bill”");
        run(entries.get(1));
        assertThat(workbench.opened).containsExactly(new PageAddress(PageAddress.Kind.GROUP, "local", "bill"));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_name_that_is_there_is_no_new_group() {
        assertThat(source.groupsOnly("billing")).extracting(PaletteEntry::title).containsExactly("billing");
    }

    @Test
    void without_a_name_it_is_asked_for() {
        List<PaletteEntry> entries = source.groupsOnly("");
        assertThat(entries).extracting(PaletteEntry::title).containsExactly("billing", "New group…");
        run(entries.get(1));
        assertThat(asked).containsExactly("a name on local");
    }

    @Test
    void without_a_connection_it_says_to_connect_first() {
        PaletteSource alone = new PaletteSource(new DirectUiExecutor(), List::of, at -> {}, workbench);
        String connect = "No connection is open: connect first, then its topics, groups and records are found here.";
        assertThat(alone.topicsFor(PageAddress.Kind.TOPIC, "")).isEmpty();
        assertThat(alone.nothing("")).isEqualTo(connect);
        assertThat(alone.nothing("orders")).isEqualTo("Nothing fits “orders”. " + connect);
    }

    @Test
    void what_does_not_fit_is_named_with_what_could_be_typed() {
        assertThat(source.nothing("oders"))
                .isEqualTo("Nothing fits “oders”. Type a topic, a group, a command or a reference such as"
                        + " orders[3]@48210.");
        assertThat(source.nothing(" ")).startsWith("Nothing is known here yet. Type a topic");
    }

    private static void run(PaletteEntry entry) {
        Objects.requireNonNull(entry.action()).run();
    }

    private static ClusterReader clusterWith(String group) {
        FakeClusterReader cluster = new FakeClusterReader();
        cluster.groupIds.add(group);
        return cluster;
    }
}
