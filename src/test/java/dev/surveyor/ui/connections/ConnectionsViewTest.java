package dev.surveyor.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.FakeCatalog;
import dev.surveyor.service.connection.FakeConnector;
import dev.surveyor.service.connection.FakeProfileStore;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConnectionsViewTest {

    private final FakeProfileStore store = new FakeProfileStore();
    private final FakeConnector connector = new FakeConnector();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private ConnectionService service;
    private Theme theme;
    private Stage stage;

    private static ConnectionProfile profile(String name, Environment environment, String server) {
        return new ConnectionProfile(
                name,
                name,
                environment,
                List.of(server),
                "explorer",
                SecuritySettings.NONE,
                Map.of("request.timeout.ms", "20000", "security.protocol", "SASL_SSL"),
                environment.equals(Environment.PRODUCTION) ? Set.of("sasl.jaas.config") : Set.of());
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        store.saved = List.of(
                profile("orders-prod", Environment.PRODUCTION, "b1.orders.example:9093"),
                profile("billing-prod", Environment.PRODUCTION, "k1.billing.example:9093"),
                profile("orders-stg", Environment.STAGING, "b1.stg.example:9092"),
                profile("docker-local", Environment.DEVELOPMENT, "localhost:9092"),
                profile("lab", new Environment("Lab", "LAB", "#8A3FA0"), "10.0.4.20:29092"),
                profile("sandbox", Environment.SANDBOX, "localhost:41092"));
        service = new ConnectionService(store, connector, Runnable::run);
        service.load().join();
        FxUiExecutor ui = new FxUiExecutor();
        FakeCatalog catalog = new FakeCatalog();
        ConnectionsViewModel model = new ConnectionsViewModel(
                service,
                catalog,
                new ConnectFlow(service, new FakeDialogs().givingSecret("s")),
                ui,
                new ManualPulse(),
                Clock.systemUTC(),
                new ConnectionsActions(
                        profile -> calls.add("connected " + profile.name()),
                        () -> {},
                        profile -> service.disconnect(profile.id())));
        ImportViewModel importModel =
                new ImportViewModel(new ClientPropertiesImport(catalog), Runnable::run, ui, model::edit);
        Stages.show(
                stage, new Scene(new ConnectionsView(model, importModel, catalog, new FakeClipboards()), 1280, 698));
    }

    private void picture(String name) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            for (int width : new int[] {1280, 960}) {
                UiWait.runOnFx(() -> {
                    stage.setWidth(width);
                    stage.setHeight(width == 960 ? 498 : 698);
                });
                Path file = Path.of("target/pictures/" + name + "-" + choice + "-" + width + ".png");
                Pictures.check(stage, file);
            }
        }
        UiWait.runOnFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(698);
        });
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    @Test
    void an_edit_is_pointed_out_saved_and_connected(FxRobot robot) {
        robot.clickOn("orders-stg");
        picture("connections");
        robot.doubleClickOn("#connection-servers").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("localhost").push(KeyCode.TAB);
        assertThat(text(robot, "#connection-servers-problem")).contains("for instance :9092");
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#connection-save").queryButton().isDisabled()))
                .isTrue();
        picture("connections-problem");
        robot.clickOn("#connection-servers").push(KeyCode.END).write(":9092");
        robot.clickOn("#connection-save");
        assertThat(store.saved.get(2).bootstrapServers()).containsExactly("localhost:9092");
        robot.clickOn("#connection-connect");
        UiWait.until(
                "connecting is shown", () -> text(robot, "#connection-state").equals("connecting…"));
        UiWait.runOnFx(connector::succeed);
        UiWait.until(
                "connected is shown", () -> text(robot, "#connection-state").startsWith("connected"));
        UiWait.until("the window is told", () -> calls.contains("connected orders-stg"));
        picture("connections-connected");
    }

    @Test
    void a_failure_to_connect_is_explained_below_the_form(FxRobot robot) {
        robot.clickOn("orders-prod");
        robot.clickOn("#connection-connect");
        UiWait.until("the connector is asked", () -> !connector.attempts.isEmpty());
        UiWait.runOnFx(() -> connector
                .attempts
                .get(0)
                .completeExceptionally(new BrokerFailureException(
                        new BrokerFailure(
                                "orders-prod: SASL login rejected.",
                                "The broker knows the mechanism but not this user and password.",
                                List.of("Type the password again, mind capitals and spaces", "Check sasl.mechanism"),
                                "SaslAuthenticationException: Authentication failed",
                                BrokerFailure.Kind.FATAL),
                        null)));
        UiWait.until(
                "the banner is shown",
                () -> robot.lookup("#connection-failure").query().isVisible());
        picture("connections-failed");
        robot.clickOn("#connection-failure-details");
        picture("connections-failed-details");
    }

    @Test
    void names_of_properties_are_offered_and_values_checked(FxRobot robot) {
        robot.clickOn("orders-prod");
        robot.clickOn("Client properties 3");
        robot.clickOn("#connection-property-add");
        robot.write("retry");
        UiWait.until(
                "names are offered",
                () -> robot.lookup("#connection-property-names").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        TextField value = robot.lookup("#connection-property-3 .property-value").queryAllAs(TextField.class).stream()
                .filter(TextField::isVisible)
                .findFirst()
                .orElseThrow();
        robot.clickOn(value).write("soon");
        assertThat(robot.lookup("retry.backoff.ms is a whole number, 0 or more, not 'soon'.")
                        .tryQuery())
                .as("still typing")
                .isEmpty();
        robot.clickOn("#connection-property-0-value");
        picture("connections-properties");
        assertThat(robot.lookup("retry.backoff.ms is a whole number, 0 or more, not 'soon'.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void the_offered_names_grow_with_the_zoom(FxRobot robot) {
        IntegerProperty percent = new SimpleIntegerProperty(150);
        Zoom zoom = UiWait.onFx(() -> new Zoom(percent));
        try {
            robot.clickOn("orders-prod");
            robot.clickOn("Client properties 3");
            robot.clickOn("#connection-property-add");
            robot.write("retry");
            UiWait.until(
                    "names are offered",
                    () -> robot.lookup("#connection-property-names").tryQuery().isPresent());
            picture("connections-names-zoomed");
            ListView<?> names = robot.lookup("#connection-property-names").queryListView();
            assertThat(UiWait.onFx(names::getFixedCellSize)).isGreaterThan(38);
            assertThat(UiWait.onFx(names::getHeight))
                    .as("room for all of them")
                    .isGreaterThanOrEqualTo(names.getItems().size() * names.getFixedCellSize());
        } finally {
            UiWait.runOnFx(() -> {
                zoom.reset();
                percent.set(Zoom.NORMAL);
                zoom.close();
            });
        }
    }

    @Test
    void a_schema_registry_is_set_and_its_password_never_saved(FxRobot robot) {
        robot.clickOn("docker-local");
        robot.clickOn("Schema registry");
        robot.clickOn("#connection-registry-url").write("registry").push(KeyCode.TAB);
        assertThat(text(robot, "#connection-registry-problem")).contains("begins with http:// or https://");
        robot.clickOn("#connection-registry-url")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("https://r.example:8081");
        robot.clickOn("User and password");
        robot.clickOn("#connection-registry-user").write("alice");
        robot.clickOn("#connection-registry-password").write("secret");
        picture("connections-registry");
        robot.clickOn("#connection-save");

        ConnectionProfile saved = store.saved.get(3);
        assertThat(saved.properties())
                .containsEntry("schema.registry.url", "https://r.example:8081")
                .containsEntry("schema.registry.user", "alice")
                .doesNotContainKey("schema.registry.password");
        assertThat(saved.secretProperties()).contains("schema.registry.password");
    }

    @Test
    void a_new_connections_form_opens_without_a_complaint(FxRobot robot) {
        robot.clickOn("#connections-add");
        assertThat(complaints(robot)).isEmpty();
        UiWait.runOnFx(() -> {
            Stage other = new Stage();
            other.initOwner(stage);
            other.setScene(new Scene(new TextField("b1.example:9092"), 200, 100));
            other.show();
            other.requestFocus();
            other.close();
            stage.requestFocus();
        });
        UiWait.frames(3);
        assertThat(complaints(robot)).as("another window had the focus").isEmpty();
        robot.clickOn("#connection-environment-custom");
        assertThat(text(robot, "#connection-name-problem")).isEqualTo("Give the connection a name.");
        assertThat(complaints(robot)).as("what was not left yet").hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_when_a_field_is_left_and_nothing_moves(FxRobot robot) {
        robot.clickOn("#connections-add").write("fresh");
        Map<String, Double> places = places(robot);
        robot.clickOn("#connection-servers").write("b1.example");
        assertThat(complaints(robot)).as("while it is typed").isEmpty();
        robot.push(KeyCode.TAB);
        assertThat(text(robot, "#connection-servers-problem")).contains("Add a port behind 'b1.example'");
        assertThat(places(robot)).isEqualTo(places);
        picture("connections-new-problem");
        robot.clickOn("#connection-servers").push(KeyCode.END).write(":9");
        assertThat(complaints(robot)).as("right again").isEmpty();
        robot.write("x");
        assertThat(complaints(robot)).as("typed further").isEmpty();
        robot.push(KeyCode.TAB);
        assertThat(complaints(robot)).hasSize(1);
        assertThat(places(robot)).isEqualTo(places);
    }

    @Test
    void a_value_that_turns_into_a_secret_is_typed_to_its_end_and_masked_when_it_is_left(FxRobot robot) {
        robot.clickOn("#connections-add");
        robot.clickOn("Client properties");
        robot.clickOn("#connection-property-add").write("proxy.address").push(KeyCode.ESCAPE);
        robot.clickOn("#connection-property-0-value").write("http://bob:word@h:1");
        TextField masked = robot.lookup("#connection-property-0-secret").queryAs(TextField.class);
        assertThat(masked.getText()).isEqualTo("http://bob:word@h:1");
        assertThat(masked.isVisible()).as("while it is typed").isFalse();
        robot.clickOn("#connection-property-0-name");
        assertThat(masked.isVisible()).as("when it was left").isTrue();
        robot.clickOn("#connection-property-0-secret").push(KeyCode.END).write("2");
        assertThat(masked.getText()).isEqualTo("http://bob:word@h:12");
    }

    @Test
    void the_rows_of_properties_stay_where_they_are(FxRobot robot) {
        robot.clickOn("#connections-add");
        robot.clickOn("Client properties");
        robot.clickOn("#connection-property-add");
        robot.clickOn("#connection-property-add");
        double place = top(robot, "#connection-property-1-name");
        robot.clickOn("#connection-property-0-name").write("no.such").push(KeyCode.ESCAPE);
        assertThat(complaints(robot)).isEmpty();
        robot.clickOn("#connection-property-1-name");
        assertThat(complaints(robot)).hasSize(1);
        assertThat(top(robot, "#connection-property-1-name")).isEqualTo(place);
    }

    @Test
    void a_colour_that_hides_its_word_is_marked_where_it_is_typed(FxRobot robot) {
        robot.clickOn("#connections-add");
        robot.clickOn("#connection-environment-custom");
        robot.clickOn("#connection-environment-name").write("Lab");
        robot.doubleClickOn("#connection-environment-color").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("#FFFF00").push(KeyCode.TAB);
        assertThat(text(robot, "#connection-environment-problem")).contains("darker");
        assertThat(UiWait.onFx(() -> robot.lookup(".invalid").queryAll().stream()
                        .map(Node::getId)
                        .toList()))
                .contains("connection-environment-color")
                .doesNotContain("connection-environment-name");
    }

    /** The fields that are marked, without those that are not shown. */
    private static List<String> complaints(FxRobot robot) {
        UiWait.frames(2);
        return UiWait.onFx(() -> robot.lookup(".invalid").queryAll().stream()
                .filter(ConnectionsViewTest::isShown)
                .map(Node::getId)
                .toList());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static Map<String, Double> places(FxRobot robot) {
        return Map.of(
                "servers", top(robot, "#connection-servers"),
                "client id", top(robot, "#connection-client-id"));
    }

    private static double top(FxRobot robot, String id) {
        UiWait.frames(2);
        return UiWait.onFx(() -> {
            Node node = robot.lookup(id).query();
            return node.localToScene(node.getBoundsInLocal()).getMinY();
        });
    }

    @Test
    void deleting_is_undone_with_one_click(FxRobot robot) {
        robot.clickOn("docker-local");
        robot.clickOn("#connection-delete");
        assertThat(store.saved).hasSize(5);
        picture("connections-undo");
        robot.clickOn("#connections-undo");
        assertThat(store.saved).hasSize(6);
        assertThat(store.saved.get(3).name()).isEqualTo("docker-local");
    }

    @Test
    void the_order_is_changed_by_keyboard(FxRobot robot) {
        robot.clickOn("orders-prod");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(store.saved.get(1).name()).isEqualTo("orders-prod");
        assertThat(store.saved.get(0).name()).isEqualTo("billing-prod");
    }

    @Test
    void a_new_connection_starts_with_an_empty_form_that_has_the_focus(FxRobot robot) {
        robot.clickOn("#connections-add");
        robot.write("fresh");
        robot.clickOn("#connection-environment-custom");
        picture("connections-new");
        robot.clickOn("#connection-environment-name").write("Test");
        robot.clickOn("#connection-servers").write("localhost:9092");
        robot.clickOn("#connection-save");
        assertThat(store.saved).hasSize(7);
        assertThat(store.saved.get(6).environment().tag()).isEqualTo("TEST");
    }
}
