package dev.surveyor.ui.topics;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.page.ShowsRecord;
import dev.surveyor.ui.page.WrappingPage;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The page of a topic: its records, which another feature draws, beside its partitions, its settings and the groups
 * that read it. The cluster is asked when one of those is opened first.
 */
final class TopicPage extends WrappingPage implements ShowsRecord {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    /** Below this the actions beside the inner tabs show their icons only. */
    private static final double ROOM_FOR_WORDS = 690;

    private final TopicPageViewModel model;
    private final TopicDetails details;
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton messagesTab = tab("topic-tab-messages", "Messages");
    private final ToggleButton partitionsTab = tab("topic-tab-partitions", "Partitions");
    private final ToggleButton configTab = tab("topic-tab-config", "Config");
    private final ToggleButton groupsTab = tab("topic-tab-groups", "Groups");
    private final CountBadge partitionCount = new CountBadge("topic-partition-count");
    private final CountBadge groupCount = new CountBadge("topic-group-count");
    private final StackPane body = new StackPane();
    private final VBox content = new VBox();
    private boolean asked;

    /**
     * @param topic the topic
     * @param cluster whom to ask
     * @param ui where answers are taken
     * @param messages the page of the topic's records, whose actions stand at the right of the inner tabs
     * @param openGroup opens a group by its id
     */
    TopicPage(String topic, ClusterReader cluster, UiExecutor ui, Page messages, Consumer<String> openGroup) {
        super(messages);
        this.model = new TopicPageViewModel(cluster, topic, ui);
        this.details = new TopicDetails(model, openGroup);
        content.getStyleClass().add("topic-page");
        content.getStylesheets().add(StyleSheets.of(TopicPage.class));
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getChildren().addAll(tabStrip(messages.actions()), body);
        bind();
        messagesTab.setSelected(true);
    }

    private HBox tabStrip(List<Node> messageActions) {
        for (ToggleButton tab : List.of(partitionsTab, groupsTab)) {
            tab.setContentDisplay(ContentDisplay.RIGHT);
        }
        for (ToggleButton tab : List.of(messagesTab, partitionsTab, configTab, groupsTab)) {
            tab.setToggleGroup(tabs);
        }
        HBox strip = new HBox(messagesTab, partitionsTab, configTab, groupsTab, new Spacer());
        strip.getChildren().addAll(messageActions);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("topic-tabs");
        strip.widthProperty()
                .addListener(
                        (at, old, now) -> strip.pseudoClassStateChanged(COMPACT, now.doubleValue() < ROOM_FOR_WORDS));
        return strip;
    }

    private void bind() {
        tabs.selectedToggleProperty().addListener((at, old, now) -> select(old, now));
        model.detailProperty().addListener((at, old, now) -> {
            if (now != null) {
                partitionCount.setCount(now.partitions().size());
                partitionsTab.setGraphic(partitionCount);
            }
        });
        model.groupsProperty().addListener((at, old, now) -> {
            if (now != null) {
                groupCount.setCount(now.size());
                groupsTab.setGraphic(groupCount);
            }
        });
    }

    private void select(@Nullable Toggle old, @Nullable Toggle now) {
        if (now == null) {
            tabs.selectToggle(old);
            return;
        }
        inspectRecords(now == messagesTab);
        if (now == messagesTab) {
            body.getChildren().setAll(within().content());
            return;
        }
        details.show(
                now == partitionsTab
                        ? TopicDetails.Shown.PARTITIONS
                        : now == configTab ? TopicDetails.Shown.CONFIG : TopicDetails.Shown.GROUPS);
        body.getChildren().setAll(details);
        if (!asked) {
            asked = true;
            model.refresh();
        }
    }

    /** Beside what is no record there is nothing to inspect. */
    private void inspectRecords(boolean shown) {
        Node inspector = inspector();
        if (inspector != null) {
            inspector.setVisible(shown);
        }
    }

    private static ToggleButton tab(String id, String words) {
        ToggleButton tab = Controls.toggle(id, words, "", "topic-tab");
        Uncut.keep(tab);
        return tab;
    }

    @Override
    public Node content() {
        return content;
    }

    /** Selects it among the records, which come into sight. */
    @Override
    public void showRecord(PartitionOffset at) {
        messagesTab.setSelected(true);
        within().as(ShowsRecord.class).ifPresent(records -> records.showRecord(at));
    }

    @Override
    public List<PageCommand> commands() {
        return super.commands().stream()
                .map(command -> command.after(() -> messagesTab.setSelected(true)))
                .toList();
    }

    @Override
    public void focus() {
        if (messagesTab.isSelected()) {
            super.focus();
        } else {
            details.requestFocus();
        }
    }

    @Override
    public void close() {
        model.close();
        super.close();
    }
}
