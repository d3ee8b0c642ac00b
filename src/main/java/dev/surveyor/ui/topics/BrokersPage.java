package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.FxClipboards;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.TitledPage;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.ProgressLine;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The brokers of a connection, with the address that each advertises. Reads the cluster when it is made. */
final class BrokersPage extends TitledPage {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final BrokersViewModel model;
    private final Clipboards clipboards;
    private final CountBadge count = new CountBadge("brokers-count");
    private final Button copy = Controls.withIcon(
            Feather.COPY,
            Controls.button("brokers-copy", "_Copy address", "Copy [host:port]/id of the selected broker (Ctrl+C)"));
    private final Button refresh =
            Controls.withIcon(Feather.REFRESH_CW, Controls.button("brokers-refresh", "_Refresh", "Read again (F5)"));
    private final Banner failed = new Banner(Banner.Kind.DANGER);
    private final TableView<BrokerInfo> table = TopicTables.brokers();
    private final ProgressLine progress;
    private final VBox content = new VBox();

    /**
     * @param cluster whom to ask
     * @param ui where answers are taken
     */
    BrokersPage(ClusterReader cluster, UiExecutor ui) {
        this(cluster, ui, new FxClipboards());
    }

    BrokersPage(ClusterReader cluster, UiExecutor ui, Clipboards clipboards) {
        super("Brokers");
        this.model = new BrokersViewModel(cluster, ui);
        this.clipboards = clipboards;
        this.progress = new ProgressLine("brokers-progress", model::cancel);
        content.getStyleClass().add("brokers-page");
        content.getStylesheets().add(StyleSheets.of(BrokersPage.class));
        failed.button("brokers-retry", "Try again", model::refresh);
        VBox.setVgrow(table, Priority.ALWAYS);
        content.getChildren().addAll(bar(), failed, table);
        bind();
        model.refresh();
    }

    private HBox bar() {
        Label heading = new Label("Brokers");
        heading.getStyleClass().add("semibold");
        Uncut.keep(heading);
        HBox bar = new HBox(heading, count, progress, new Spacer(), copy, refresh);
        bar.getStyleClass().add("topic-bar");
        return bar;
    }

    private void bind() {
        copy.disableProperty().bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty()));
        copy.setOnAction(e -> copySelected());
        refresh.setOnAction(e -> model.refresh());
        MenuItem item = Controls.item("brokers-menu-copy", "_Copy address", this::copySelected);
        item.setMnemonicParsing(true);
        item.setAccelerator(COPY);
        table.setContextMenu(new ContextMenu(item));
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.brokersProperty().addListener((at, old, now) -> showBrokers(now));
        model.failureProperty().addListener((at, old, now) -> showFailure(now));
        model.loadingProperty().addListener((at, old, now) -> showLoading(now));
        showFailure(null);
        showLoading(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            model.refresh();
            event.consume();
        } else if (COPY.match(event)) {
            copySelected();
            event.consume();
        }
    }

    private void showBrokers(@Nullable List<BrokerInfo> brokers) {
        if (brokers == null) {
            return;
        }
        BrokerInfo before = table.getSelectionModel().getSelectedItem();
        table.setPlaceholder(new Label("The cluster named no broker. Read it again in a moment."));
        table.getItems().setAll(brokers);
        count.setCount(brokers.size());
        brokers.stream()
                .filter(broker -> before != null && broker.id() == before.id())
                .findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, () -> table.getSelectionModel()
                        .selectFirst());
    }

    private void showFailure(@Nullable BrokerFailure failure) {
        failed.setVisible(failure != null);
        if (failure != null) {
            failed.say(failure);
        }
        mark(failure == null ? Mark.NONE : Mark.FAILED);
    }

    private void showLoading(boolean loading) {
        if (loading) {
            progress.show("Reading brokers…", -1);
        } else {
            progress.hide();
        }
    }

    private void copySelected() {
        BrokerInfo selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            clipboards.copy(selected.toString());
        }
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public void close() {
        model.close();
    }
}
