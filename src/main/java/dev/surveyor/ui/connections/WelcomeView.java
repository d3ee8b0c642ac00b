package dev.surveyor.ui.connections;

import dev.surveyor.ui.fx.AppIcon;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first screen: three ways in, what the sandbox is, and the connections of before. */
public final class WelcomeView extends StackPane {

    private static final double ICON_SIZE = 72;
    private static final double COLUMN_WIDTH = 960;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_HEIGHT = 600;
    private static final double NARROW_WIDTH = 1_000;

    private final WelcomeViewModel model;
    private final ImportViewModel importModel;
    private final Property<Theme.Choice> theme;
    private final Path sandboxFolder;
    private final Button start = Controls.withIcon(
            Feather.PLAY, Controls.button("welcome-start-sandbox", "_Start sandbox cluster", "", "accent", "large"));
    private final Label startHint = new Label("about 5 s");
    private final FailureBanner failure;
    private final SandboxProgress progress;
    private final VBox column = new VBox();

    /**
     * Makes it.
     *
     * @param theme bound both ways to the switch at the foot
     * @param sandboxFolder where the sandbox keeps its data, to be shown
     */
    public WelcomeView(
            WelcomeViewModel model,
            ImportViewModel importModel,
            Property<Theme.Choice> theme,
            Path sandboxFolder,
            Clipboards clipboards) {
        this.model = model;
        this.importModel = importModel;
        this.theme = theme;
        this.sandboxFolder = sandboxFolder;
        failure = new FailureBanner("welcome", clipboards);
        progress = new SandboxProgress(model.steps(), model::cancelSandbox);
        getStylesheets().add(StyleSheets.of(WelcomeView.class));
        getStyleClass().add("welcome");
        setId("welcome");
        column.getStyleClass().add("welcome-column");
        column.setMaxSize(COLUMN_WIDTH, Region.USE_PREF_SIZE);
        column.getChildren()
                .addAll(
                        head(),
                        cards(),
                        failure,
                        progress,
                        new RecentConnections(model.saved(), model::connect),
                        sampleData(),
                        foot());
        getChildren().add(scrolling(column));
        ImportSheet.acceptDrops(this, importModel);
        bind();
    }

    /** Puts the focus on the first choice. */
    public void focus() {
        start.requestFocus();
    }

    private Node head() {
        ImageView icon = new ImageView(AppIcon.of(256));
        icon.setFitWidth(ICON_SIZE);
        icon.setFitHeight(ICON_SIZE);
        icon.setSmooth(true);
        Label title = new Label("Explore Kafka in one minute");
        title.getStyleClass().add("title-28");
        Label words = new Label("See records, partitions, offsets and rebalances as they happen, on a real broker.");
        words.setWrapText(true);
        words.getStyleClass().addAll("muted", "welcome-words");
        HBox head = new HBox(24, icon, new VBox(4, title, words));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node cards() {
        Uncut.keep(start);
        start.setOnAction(event -> model.startSandbox());
        startHint.getStyleClass().add("caption");
        Button add = Controls.button("welcome-add-connection", "_Add connection…", "", model::addConnection, "large");
        Button paste = Controls.button("welcome-import", "_Import…", "", importModel::show, "large");
        Label drop = new Label("or drop it here");
        drop.getStyleClass().add("caption");
        HBox cards = new HBox(
                24,
                new WelcomeCard(
                                Feather.ZAP,
                                "Start the sandbox",
                                "A Kafka broker of your own, on this machine. Nothing to install, nothing to configure.",
                                start,
                                startHint)
                        .first(),
                new WelcomeCard(
                        Feather.SERVER,
                        "Connect to a cluster",
                        "Name the brokers; set any client property, checked as you type. If it fails, you read why and"
                                + " what to try.",
                        add),
                new WelcomeCard(
                        Feather.FILE_TEXT,
                        "Import client.properties",
                        "Paste or drop a file that already works elsewhere. Passwords stay in memory, never on disk.",
                        paste,
                        drop));
        cards.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
        return cards;
    }

    private Node sampleData() {
        Node card = new SampleDataCard(model.sampleDataProperty(), sandboxFolder);
        Shown.when(card, model.startingProperty().not());
        return card;
    }

    private Node foot() {
        FontIcon lock = new FontIcon(Feather.LOCK);
        lock.getStyleClass().addAll("muted", "small-icon");
        Label promise = new Label("No account, no telemetry", lock);
        promise.getStyleClass().addAll("muted", "body-12");
        Label label = new Label("Theme");
        label.getStyleClass().addAll("muted", "body-12");
        SegmentedControl<Theme.Choice> choice =
                new SegmentedControl<>("welcome-theme", Theme.Choice::words, List.of(Theme.Choice.values()));
        choice.valueProperty().bindBidirectional(theme);
        label.setLabelFor(choice);
        HBox foot = new HBox(24, promise, new Spacer(), label, choice);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void bind() {
        start.disableProperty().bind(model.startingProperty());
        startHint.textProperty().bind(model.startingProperty().map(starting -> starting ? "starting…" : "about 5 s"));
        Shown.when(startHint, widthProperty().greaterThan(NARROW_WIDTH));
        heightProperty()
                .addListener((property, before, now) ->
                        pseudoClassStateChanged(COMPACT, now.doubleValue() < COMPACT_HEIGHT));
        Shown.when(progress, model.startingProperty());
        model.failureProperty().addListener((property, before, now) -> failure.show(now));
        failure.show(model.failureProperty().get());
    }

    private static ScrollPane scrolling(Region content) {
        StackPane middle = new StackPane(content);
        middle.getStyleClass().add("welcome-page");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("welcome-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
