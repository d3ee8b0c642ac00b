package dev.surveyor.ui.topics;

import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.PageCommand;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
public final class TopicPage implements Page {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    /** Below this the actions beside the inner tabs show their icons only. */
    private static final double ROOM_FOR_WORDS = 690;

    private final TopicPageViewModel model;
    private final Page messages;
    private final TopicDetails details;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
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
     * @param messages the page of the topic's records; closed with this one
     * @param messageActions what stands at the right of the inner tabs
     * @param openGroup opens a group by its id
     */
    public TopicPage(
            String topic,
            ClusterReader cluster,
            UiExecutor ui,
            Page messages,
            List<Node> messageActions,
            Consumer<String> openGroup) {
        this.model = new TopicPageViewModel(cluster, topic, ui);
        this.messages = messages;
        this.details = new TopicDetails(model, openGroup);
        this.title.set(topic);
        content.getStyleClass().add("topic-page");
        content.getStylesheets().add(StyleSheets.of(TopicPage.class));
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getChildren().addAll(tabStrip(messageActions), body);
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
        if (now == messagesTab) {
            body.getChildren().setAll(messages.content());
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

    private static ToggleButton tab(String id, String words) {
        ToggleButton tab = Controls.toggle(id, words, "", "topic-tab");
        Uncut.keep(tab);
        return tab;
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
    public List<PageCommand> commands() {
        return messages.commands().stream()
                .map(command -> command.after(() -> messagesTab.setSelected(true)))
                .toList();
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
