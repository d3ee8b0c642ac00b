package dev.surveyor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.page.FakePage;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.parts.EnvironmentTag;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Of which environment something is stands there as a word: on tabs, in their menu, and in the menu of connections. */
@ExtendWith(ApplicationExtension.class)
class EnvironmentTagsViewTest {

    private static final Environment WIDE = new Environment("Wwww Mmmm", "WWWW", "#8A3FA0");
    private static final List<Environment> ALL =
            List.of(Environment.PRODUCTION, Environment.STAGING, Environment.DEVELOPMENT, Environment.SANDBOX, WIDE);

    private final Theme theme = new Theme();
    private final OpenPages pages = new OpenPages();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme.install();
        Toolbar toolbar = new Toolbar();
        toolbar.connections(ALL.stream().map(EnvironmentTagsViewTest::profile).toList());
        TabStrip tabs = new TabStrip(pages, page -> {});
        ALL.forEach(environment -> open("orders", profile(environment)));
        pages.open(new PageAddress(PageAddress.Kind.TOPIC, "none", "local"), () -> page("local", null));
        VBox window = new VBox(toolbar, tabs);
        window.getStylesheets()
                .add(Objects.requireNonNull(Toolbar.class.getResource("shell.css"), "shell.css")
                        .toExternalForm());
        Stages.show(stage, new Scene(window, 960, 300));
    }

    @Test
    void each_tab_has_the_word_of_its_environment_and_one_without_a_connection_none(FxRobot robot) {
        assertThat(words(robot, ".tab-header .environment-tag")).containsExactly("PROD", "STG", "DEV", "SBX", "WWWW");
        UiWait.runOnFx(() -> stage.setWidth(420));
        UiWait.frames(3);
        MenuButton more = robot.lookup("#tabs-more").queryAs(MenuButton.class);
        assertThat(UiWait.onFx(() -> more.getItems().stream()
                        .map(EnvironmentTagsViewTest::word)
                        .toList()))
                .as("tabs without room")
                .contains("DEV", "SBX", "WWWW");
    }

    @Test
    void each_connection_of_the_menu_has_it(FxRobot robot) {
        picture("environment-tabs");
        robot.clickOn("#toolbar-connect");
        picture("environment-menu");
        assertThat(UiWait.onFx(
                        () -> robot.lookup(".context-menu .environment-tag").queryAllAs(EnvironmentTag.class).stream()
                                .map(EnvironmentTag::getTextFill)
                                .distinct()
                                .toList()))
                .containsExactly(Color.WHITE);
        MenuButton connect = robot.lookup("#toolbar-connect").queryAs(MenuButton.class);
        assertThat(UiWait.onFx(() -> connect.getItems().subList(0, ALL.size()).stream()
                        .map(EnvironmentTagsViewTest::word)
                        .toList()))
                .containsExactly("PROD", "STG", "DEV", "SBX", "WWWW");
    }

    @Test
    void no_word_is_cut(FxRobot robot) {
        UiWait.runOnFx(() -> robot.lookup(".tab-header .environment-tag").queryAllAs(EnvironmentTag.class).stream()
                .filter(Node::isManaged)
                .forEach(tag -> {
                    Node text = tag.lookup(".text");
                    Bounds whole = text.getBoundsInParent();
                    assertThat(whole.getWidth()).as(tag.getText()).isLessThanOrEqualTo(tag.getWidth());
                    assertThat(((Text) text).getText()).isEqualTo(tag.getText());
                }));
    }

    private static List<String> words(FxRobot robot, String query) {
        return UiWait.onFx(() -> robot.lookup(query).queryAllAs(EnvironmentTag.class).stream()
                .filter(Node::isVisible)
                .map(EnvironmentTag::getText)
                .toList());
    }

    private static String word(MenuItem item) {
        return item.getGraphic() instanceof EnvironmentTag tag ? tag.getText() : "";
    }

    private void picture(String name) {
        Pictures.inBothThemes(stage, theme, name);
    }

    private void open(String topic, ConnectionProfile profile) {
        PageAddress address = new PageAddress(PageAddress.Kind.TOPIC, profile.id(), topic);
        OpenPage unused = pages.open(address, () -> page(topic, profile));
    }

    private static OpenPage page(String topic, @Nullable ConnectionProfile profile) {
        String id = profile == null ? "none" : profile.id();
        return new OpenPage(
                new PageAddress(PageAddress.Kind.TOPIC, id, topic), profile, new FakePage(topic, Page.Mark.LIVE));
    }

    private static ConnectionProfile profile(Environment environment) {
        String name = "orders-" + environment.tag().toLowerCase(Locale.ROOT);
        return new ConnectionProfile(
                name, name, environment, List.of("b1.example:9092"), "", SecuritySettings.NONE, Map.of(), Set.of());
    }
}
