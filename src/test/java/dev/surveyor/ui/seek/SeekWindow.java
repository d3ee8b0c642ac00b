package dev.surveyor.ui.seek;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Stages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A window with the seek dialog in it, on a consumer and a cluster that a test can change. */
final class SeekWindow {

    final FakeConsumer session = PictureConsumer.make();
    final FakeClusterReader cluster = new FakeClusterReader();
    final FakeDialogs dialogs = new FakeDialogs();
    final List<String> applied = new ArrayList<>();
    final List<Runnable> undo = new ArrayList<>();
    private final Map<SeekSubject, SeekHistory> histories = new HashMap<>();
    final Sheets root = new Sheets();
    final Theme theme = new Theme();
    final Stage stage;
    private SeekViewModel model;

    /** Shows it on the consumer of the pictures. */
    SeekWindow(Stage shown) {
        stage = shown;
        theme.install();
        cluster.groupIds.add("billing");
        for (int i = 0; i < 6; i++) {
            Instant time = Instant.parse("2026-11-20T08:14:22.107Z").plusSeconds(i * 40_000L);
            cluster.recordTimes.put(new PartitionId("orders", i), time);
        }
        Stages.show(shown, new Scene(root, 1280, 800));
        model = opened(new SeekSubject.OfConsumer(session));
    }

    /** Opens the dialog on that, in place of the one that is there. */
    void open(SeekSubject... subjects) {
        model = opened(subjects);
    }

    private SeekViewModel opened(SeekSubject... subjects) {
        SeekViewModel made = new SeekViewModel(
                List.of(subjects),
                SeekViewModelTest.profile(),
                cluster,
                subject -> histories.computeIfAbsent(subject, key -> new SeekHistory()),
                new FxUiExecutor(),
                SeekViewModelTest.CLOCK,
                ZoneId.of("Europe/Berlin"),
                failure -> {});
        SeekDialog dialog = new SeekDialog(made, dialogs, Runnable::run, new FxUiExecutor(), (words, back) -> {
            applied.add(words);
            undo.add(back);
        });
        Sheet before = root.top();
        if (before != null) {
            before.close();
        }
        root.show(dialog);
        return made;
    }

    /** Returns what decides in the dialog that was opened last. */
    SeekViewModel model() {
        return model;
    }

    Button apply() {
        return (Button) node("#seek-apply");
    }

    Label label(String id) {
        return (Label) node(id);
    }

    Node node(String id) {
        return stage.getScene().lookup(id);
    }
}
