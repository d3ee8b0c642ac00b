package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form of one connection: its head in the colour of the environment, the tabs, and what can be done with it. */
final class ConnectionFormView extends VBox {

    private static final String TINT_ALPHA = "16";

    private final ConnectionForm form;
    private final ConnectionsViewModel model;
    private final GeneralTab general;
    private final HBox head = new HBox();
    private final Label band = new Label();
    private final Dot dot = new Dot(Dot.Kind.MUTED);
    private final Label state = new Label();
    private final Button cancel = Controls.button("connection-cancel", "_Cancel", "", "small");
    private final Button revert = Controls.button("connection-revert", "_Revert", "");
    private final Button save = Controls.button("connection-save", "_Save", "");
    private final Button connect = Controls.button("connection-connect", "_Connect", "", "accent");
    private final Button disconnect = Controls.button("connection-disconnect", "_Disconnect", "");
    private final FailureBanner failure;

    ConnectionFormView(
            ConnectionForm form, ConnectionsViewModel model, ClientPropertyCatalog catalog, Clipboards clipboards) {
        this.form = form;
        this.model = model;
        general = new GeneralTab(form);
        failure = new FailureBanner("connection", clipboards);
        getStyleClass().add("connection-form");
        TabPane tabs = tabs(catalog);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(head(), tabs, failure, bar());
        bind();
    }

    void focus() {
        general.focus();
    }

    private Node head() {
        head.getStyleClass().add("connection-head");
        head.setAlignment(Pos.CENTER_LEFT);
        band.getStyleClass().add("connection-band");
        band.setMaxHeight(Double.MAX_VALUE);
        Label name = new Label();
        name.getStyleClass().add("title-15");
        name.textProperty().bind(form.nameProperty().map(text -> text.isBlank() ? "New connection" : text));
        Dot mark = new Dot(Dot.Kind.WARN);
        Label unsaved = new Label("unsaved changes", mark);
        unsaved.setId("connection-unsaved");
        unsaved.getStyleClass().addAll("warn", "body-12");
        unsaved.visibleProperty().bind(form.changedProperty());
        Uncut.keep(unsaved);
        Button duplicate = Controls.button("connection-duplicate", "Dup_licate", "", model::duplicate, "flat");
        Button delete = Controls.button(
                "connection-delete", "D_elete", "Can be undone for ten seconds", model::delete, "flat", "danger");
        Shown.set(duplicate, !form.isNew());
        form.changedProperty().addListener((property, before, now) -> Shown.set(duplicate, !form.isNew()));
        head.getChildren().addAll(band, name, unsaved, new Spacer(), duplicate, delete);
        return head;
    }

    private TabPane tabs(ClientPropertyCatalog catalog) {
        ScrollPane scroll = new ScrollPane(general);
        scroll.setFitToWidth(true);
        Tab first = new Tab("General", scroll);
        first.setId("connection-tab-general");
        Tab second = new Tab("Client properties", new PropertiesTab(form, catalog));
        second.setId("connection-tab-properties");
        Runnable count = () -> {
            long number = form.properties().stream().filter(row -> !row.blank()).count();
            second.setText("Client properties" + (number == 0 ? "" : " " + number));
        };
        form.properties().addListener((ListChangeListener<PropertyRow>) change -> count.run());
        form.changedProperty().addListener((property, before, now) -> count.run());
        count.run();
        ScrollPane registry = new ScrollPane(new RegistryTab(form));
        registry.setFitToWidth(true);
        Tab third = new Tab("Schema registry", registry);
        third.setId("connection-tab-registry");
        TabPane tabs = new TabPane(first, third, second);
        tabs.setId("connection-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private Node bar() {
        state.setId("connection-state");
        Uncut.keep(state);
        state.getStyleClass().add("body-12");
        cancel.setOnAction(event -> model.disconnect());
        Label blocker = new Label();
        blocker.setId("connection-blocker");
        blocker.getStyleClass().addAll("muted", "body-12");
        blocker.setWrapText(true);
        blocker.textProperty().bind(form.blockerProperty());
        revert.setOnAction(event -> model.revert());
        save.setOnAction(event -> model.save());
        connect.setOnAction(event -> model.connect());
        disconnect.setOnAction(event -> model.disconnect());
        Uncut.keep(cancel, revert, save, connect, disconnect);
        HBox bar = new HBox(8, dot, state, cancel, new Spacer(), blocker, revert, save, disconnect, connect);
        bar.getStyleClass().add("connection-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void bind() {
        var blocked = form.blockerProperty().isNotEmpty();
        revert.disableProperty().bind(form.changedProperty().not());
        save.disableProperty().bind(form.changedProperty().not().or(blocked));
        connect.disableProperty().bind(blocked);
        form.changedProperty().addListener((property, before, now) -> showHealth());
        form.environment().kindProperty().addListener((property, before, now) -> showEnvironment());
        form.environment().customNameProperty().addListener((property, before, now) -> showEnvironment());
        form.environment().customColorProperty().addListener((property, before, now) -> showEnvironment());
        showEnvironment();
        model.healthProperty().addListener((property, before, now) -> showHealth());
        model.formProperty().addListener((property, before, now) -> showHealth());
        showHealth();
    }

    private void showEnvironment() {
        Environment environment = form.shownEnvironment();
        band.setText(environment.name().toUpperCase(Locale.ROOT));
        band.setStyle("-fx-background-color: " + environment.color() + ";");
        head.setStyle("-fx-background-color: -sv-separator, -sv-bg, " + environment.color() + TINT_ALPHA + ";");
    }

    private void showHealth() {
        if (model.formProperty().get() != form) {
            return;
        }
        ConnectionHealth health = model.healthProperty().get();
        boolean connecting = health instanceof ConnectionHealth.Connecting;
        boolean open = health instanceof ConnectionHealth.Connected || health instanceof ConnectionHealth.Reconnecting;
        Shown.set(cancel, connecting);
        Shown.set(disconnect, open);
        Shown.set(connect, !open && !connecting);
        connect.setText(form.changedProperty().get() ? "Save and _connect" : "_Connect");
        failure.show(
                health instanceof ConnectionHealth.Failed failed
                        ? failed.failure()
                        : health instanceof ConnectionHealth.Reconnecting gone ? gone.failure() : null);
        dot.setKind(kind(health));
        state.setText(words(health));
    }

    private static Dot.Kind kind(ConnectionHealth health) {
        if (health instanceof ConnectionHealth.Connected) {
            return Dot.Kind.OK;
        }
        if (health instanceof ConnectionHealth.Connecting) {
            return Dot.Kind.ACCENT;
        }
        if (health instanceof ConnectionHealth.Reconnecting) {
            return Dot.Kind.WARN;
        }
        return health instanceof ConnectionHealth.Failed ? Dot.Kind.DANGER : Dot.Kind.MUTED;
    }

    private static String words(ConnectionHealth health) {
        if (health instanceof ConnectionHealth.Connected connected) {
            return "connected · " + Times.length(connected.roundTrip());
        }
        if (health instanceof ConnectionHealth.Connecting) {
            return "connecting…";
        }
        if (health instanceof ConnectionHealth.Reconnecting gone) {
            return "reconnecting, try " + gone.attempt();
        }
        return health instanceof ConnectionHealth.Failed ? "not connected" : "disconnected";
    }
}
