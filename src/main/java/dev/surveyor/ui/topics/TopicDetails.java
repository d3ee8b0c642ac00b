package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.group.TopicGroupRow;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.ProgressLine;
import dev.surveyor.ui.parts.Spacer;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the cluster says of a topic, one table at a time: its partitions, its settings, the groups that read it. */
final class TopicDetails extends VBox {

    /** The tables. */
    enum Shown {
        PARTITIONS,
        CONFIG,
        GROUPS
    }

    private final TopicPageViewModel model;
    private final Consumer<String> openGroup;
    private final TableView<PartitionDetail> partitions = TopicTables.partitions();
    private final TableView<ConfigEntry> config = TopicTables.config();
    private final TableView<TopicGroupRow> groups = TopicTables.groups();
    private final Banner failed = new Banner(Banner.Kind.DANGER);
    private final ProgressLine progress;

    /**
     * @param model what is known of the topic
     * @param openGroup opens a group by its id
     */
    TopicDetails(TopicPageViewModel model, Consumer<String> openGroup) {
        this.model = model;
        this.openGroup = openGroup;
        this.progress = new ProgressLine("topic-progress", model::cancel);
        failed.button("topic-retry", "Try again", model::refresh);
        StackPane tables = new StackPane(partitions, config, groups);
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(bar(), failed, tables);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.refresh();
                event.consume();
            }
        });
        bind();
    }

    private Node bar() {
        Button refresh = Controls.button("topic-refresh", "Refresh", "Read again (F5)", model::refresh);
        refresh.setGraphic(new FontIcon(Feather.REFRESH_CW));
        HBox bar = new HBox(progress, new Spacer(), refresh);
        bar.getStyleClass().add("topic-bar");
        return bar;
    }

    private void bind() {
        groups.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelectedGroup();
            }
        });
        groups.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelectedGroup();
            }
        });
        model.detailProperty().addListener((at, old, now) -> showDetail(now));
        model.groupsProperty().addListener((at, old, now) -> showGroups(now));
        model.failureProperty().addListener((at, old, now) -> showFailure(now));
        model.loadingProperty().addListener((at, old, now) -> showLoading(now));
        showLoading(false);
        showFailure(null);
    }

    void show(Shown shown) {
        partitions.setVisible(shown == Shown.PARTITIONS);
        config.setVisible(shown == Shown.CONFIG);
        groups.setVisible(shown == Shown.GROUPS);
    }

    private void showDetail(@Nullable TopicDetail detail) {
        if (detail != null) {
            config.setPlaceholder(new Label("The settings of this topic may not be read"));
            partitions.getItems().setAll(detail.partitions());
            config.getItems().setAll(model.config());
        }
    }

    private void showGroups(@Nullable List<TopicGroupRow> rows) {
        if (rows != null) {
            groups.setPlaceholder(new Label("No group reads this topic"));
            groups.getItems().setAll(rows);
        }
    }

    private void showFailure(@Nullable BrokerFailure failure) {
        failed.setVisible(failure != null);
        if (failure != null) {
            failed.say(failure);
        }
    }

    private void showLoading(boolean loading) {
        if (loading) {
            progress.show("Reading " + model.topic() + "…", -1);
        } else {
            progress.hide();
        }
    }

    private void openSelectedGroup() {
        TopicGroupRow row = groups.getSelectionModel().getSelectedItem();
        if (row != null) {
            openGroup.accept(row.id());
        }
    }
}
