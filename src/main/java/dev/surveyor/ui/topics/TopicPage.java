package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.ProgressLine;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The page of a topic: its records, which another feature draws, beside its partitions, its settings and the groups
 * that read it. The cluster is asked when one of those is opened first.
 */
public final class TopicPage implements Page {

    private final TopicPageViewModel model;
    private final Page messages;
    private final String key;
    private final Consumer<String> openGroup;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ToggleGroup tabs = new ToggleGroup();
    private final List<Node> messageActions;
    private final ToggleButton messagesTab = tab("topic-tab-messages", "Messages");
    private final ToggleButton partitionsTab = tab("topic-tab-partitions", "Partitions");
    private final ToggleButton configTab = tab("topic-tab-config", "Config");
    private final ToggleButton groupsTab = tab("topic-tab-groups", "Groups");
    private final CountBadge partitionCount = new CountBadge("topic-partition-count");
    private final CountBadge groupCount = new CountBadge("topic-group-count");
    private final TableView<PartitionDetail> partitions = TopicTables.partitions();
    private final TableView<ConfigEntry> config = TopicTables.config();
    private final TableView<TopicGroupRow> groups = TopicTables.groups();
    private final Banner failed = new Banner(Banner.Kind.DANGER);
    private final ProgressLine progress;
    private final StackPane body = new StackPane();
    private final VBox details = new VBox();
    private final VBox content = new VBox();
    private boolean asked;

    /**
     * @param profileId the connection, for the key of the page
     * @param topic the topic
     * @param cluster whom to ask
     * @param ui where answers are taken
     * @param messages the page of the topic's records; closed with this one
     * @param messageActions what stands at the right of the inner tabs
     * @param openGroup opens a group by its id
     */
    public TopicPage(
            String profileId,
            String topic,
            ClusterReader cluster,
            UiExecutor ui,
            Page messages,
            List<Node> messageActions,
            Consumer<String> openGroup) {
        this.messageActions = List.copyOf(messageActions);
        this.model = new TopicPageViewModel(cluster, topic, ui);
        this.messages = messages;
        this.openGroup = openGroup;
        this.key = "topic/" + profileId + "/" + topic;
        this.title.set(topic);
        this.progress = new ProgressLine("topic-progress", model::cancel);
        content.getStyleClass().add("topic-page");
        content.getStylesheets()
                .add(Objects.requireNonNull(TopicPage.class.getResource("topics.css"))
                        .toExternalForm());
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getChildren().addAll(tabStrip(), body);
        details();
        bind();
        messagesTab.setSelected(true);
    }

    private HBox tabStrip() {
        for (ToggleButton tab : List.of(partitionsTab, groupsTab)) {
            tab.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        }
        for (ToggleButton tab : List.of(messagesTab, partitionsTab, configTab, groupsTab)) {
            tab.setToggleGroup(tabs);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox strip = new HBox(messagesTab, partitionsTab, configTab, groupsTab, space);
        strip.getChildren().addAll(messageActions);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("topic-tabs");
        return strip;
    }

    private void details() {
        Button refresh = new Button("Refresh", new FontIcon(Feather.REFRESH_CW));
        refresh.setId("topic-refresh");
        refresh.setOnAction(e -> model.refresh());
        refresh.setTooltip(new javafx.scene.control.Tooltip("Read again (F5)"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(progress, gap, refresh);
        bar.getStyleClass().add("topic-bar");
        failed.button("topic-retry", "Try again", model::refresh);
        StackPane tables = new StackPane(partitions, config, groups);
        VBox.setVgrow(tables, Priority.ALWAYS);
        details.getChildren().addAll(bar, failed, tables);
        details.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F5) {
                model.refresh();
                event.consume();
            }
        });
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
    }

    private void bind() {
        tabs.selectedToggleProperty().addListener((at, old, now) -> select(old, now));
        model.detailProperty().addListener((at, old, now) -> showDetail(now));
        model.groupsProperty().addListener((at, old, now) -> showGroups(now));
        model.failureProperty().addListener((at, old, now) -> showFailure(now));
        model.loadingProperty().addListener((at, old, now) -> showLoading(now));
        showLoading(false);
        showFailure(null);
    }

    private void select(@Nullable Toggle old, @Nullable Toggle now) {
        if (now == null) {
            tabs.selectToggle(old);
            return;
        }
        partitions.setVisible(now == partitionsTab);
        config.setVisible(now == configTab);
        groups.setVisible(now == groupsTab);
        body.getChildren().setAll(now == messagesTab ? messages.content() : details);
        if (now != messagesTab && !asked) {
            asked = true;
            model.refresh();
        }
    }

    private void showDetail(@Nullable TopicDetail detail) {
        if (detail != null) {
            config.setPlaceholder(new Label("The settings of this topic may not be read"));
            partitions.getItems().setAll(detail.partitions());
            config.getItems().setAll(model.config());
            partitionCount.setCount(detail.partitions().size());
            partitionsTab.setGraphic(partitionCount);
        }
    }

    private void showGroups(@Nullable List<TopicGroupRow> rows) {
        if (rows != null) {
            groups.setPlaceholder(new Label("No group reads this topic"));
            groups.getItems().setAll(rows);
            groupCount.setCount(rows.size());
            groupsTab.setGraphic(groupCount);
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

    private static ToggleButton tab(String id, String words) {
        ToggleButton tab = new ToggleButton(words);
        tab.setId(id);
        tab.getStyleClass().add("topic-tab");
        return tab;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return messages.markProperty();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public @Nullable Node inspector() {
        return messages.inspector();
    }

    @Override
    public List<Node> statusCounts() {
        return messages.statusCounts();
    }

    @Override
    public List<Node> statusState() {
        return messages.statusState();
    }

    @Override
    public void focus() {
        if (messagesTab.isSelected()) {
            messages.focus();
        } else {
            details.requestFocus();
        }
    }

    @Override
    public void close() {
        model.close();
        messages.close();
    }
}
