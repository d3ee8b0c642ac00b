package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.lang.ref.WeakReference;
import java.time.ZoneOffset;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a live table leaves behind, and what it follows while it is open. */
@ExtendWith(ApplicationExtension.class)
class ClosedTableViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void a_closed_table_leaves_nothing_in_memory() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 200));
        UiWait.runOnFx(() -> rig.table().getSelectionModel().select(150));
        UiWait.frames(2);
        WeakReference<RecordsView> closed = new WeakReference<>(rig.view);
        UiWait.runOnFx(rig.view::close);
        rig.cluster.consumers.started.clear();
        UiWait.runOnFx(() -> rig.open(Subscription.to("payments")));
        UiWait.until("the closed table is gone", () -> {
            System.gc();
            return closed.get() == null;
        });
    }

    @Test
    void an_open_table_follows_the_zone() {
        assertThat(timeTitle()).isEqualTo("Time (UTC+1)");
        UiWait.runOnFx(() -> rig.zone.set(ZoneOffset.ofHours(3)));
        assertThat(timeTitle()).isEqualTo("Time (UTC+3)");
    }

    private String timeTitle() {
        return rig.table().getColumns().stream()
                .map(TableColumn::getText)
                .filter(title -> title.startsWith("Time"))
                .findFirst()
                .orElse("");
    }
}
