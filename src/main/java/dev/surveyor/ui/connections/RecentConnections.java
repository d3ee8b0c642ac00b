package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.parts.Shown;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The saved connections, each a button that connects it. Takes no space while there are none. */
final class RecentConnections extends VBox {

    private static final int MOST = 12;

    private final FlowPane buttons = new FlowPane(8, 8);
    private final ObservableList<ConnectionProfile> profiles;
    private final Consumer<ConnectionProfile> connect;

    RecentConnections(ObservableList<ConnectionProfile> profiles, Consumer<ConnectionProfile> connect) {
        this.profiles = profiles;
        this.connect = connect;
        getStyleClass().add("welcome-recent");
        setId("welcome-recent");
        Label title = new Label("Your connections");
        title.getStyleClass().add("semibold");
        Label hint = new Label("nothing is contacted until you click");
        hint.getStyleClass().addAll("muted", "body-12");
        HBox head = new HBox(8, title, hint);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, buttons);
        profiles.addListener((ListChangeListener<ConnectionProfile>) change -> show());
        show();
    }

    private void show() {
        buttons.getChildren()
                .setAll(profiles.stream().limit(MOST).map(this::button).toList());
        Shown.set(this, !profiles.isEmpty());
    }

    private Node button(ConnectionProfile profile) {
        Label host = new Label(BootstrapServers.host(profile.bootstrapServers().get(0)));
        host.getStyleClass().addAll("mono-small", "muted");
        Label name = new Label(profile.name());
        name.getStyleClass().add("medium");
        HBox graphic = new HBox(8, new EnvironmentTag(profile.environment()), name, host);
        graphic.setAlignment(Pos.CENTER_LEFT);
        Button button =
                Controls.button("welcome-connect-" + profile.id(), "", "", () -> connect.accept(profile), "large");
        button.setGraphic(graphic);
        button.setAccessibleText("Connect to " + profile.name());
        return button;
    }
}
