package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The standard controls in both themes, with a menu over them. */
@ExtendWith(ApplicationExtension.class)
class ThemeViewTest {

    private Theme theme;
    private Stage stage;
    private Label menuOwner;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        menuOwner = new Label("Words with a menu");
        Stages.show(stage, new Scene(controls(menuOwner), 900, 560));
    }

    @ParameterizedTest
    @EnumSource(Theme.Choice.class)
    void every_standard_control_is_readable(Theme.Choice choice) {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        Gestures.contextMenu(menuOwner);
        Path picture = Path.of("target/pictures/controls-" + choice + ".png");
        Pictures.check(stage, picture);
    }

    @Test
    void the_bundled_families_are_known() {
        assertThat(Font.getFamilies())
                .contains("Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono", "JetBrains Mono SemiBold");
    }

    @Test
    void the_system_counts_while_the_choice_is_system() {
        UiWait.runOnFx(() -> {
            theme.systemVariant(Theme.Variant.DARK);
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.Variant.DARK.stylesheet());
            theme.choiceProperty().set(Theme.Choice.LIGHT);
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.Variant.LIGHT.stylesheet());
        });
    }

    private static VBox controls(Label menuOwner) {
        Button accent = new Button("Connect");
        accent.getStyleClass().add("accent");
        Button danger = new Button("Delete...", new FontIcon(Feather.TRASH_2));
        danger.getStyleClass().add("danger");
        Button flat = new Button("Duplicate");
        flat.getStyleClass().add("flat");
        Button small = new Button("Retry");
        small.getStyleClass().add("small");
        Button large = new Button("Start sandbox");
        large.getStyleClass().addAll("large", "accent");
        Button off = new Button("Send", new FontIcon(Feather.SEND));
        off.setDisable(true);
        ToggleButton on = new ToggleButton("Follow", new FontIcon(Feather.ARROW_DOWN));
        on.setSelected(true);
        MenuButton menu = new MenuButton("Copy as", new FontIcon(Feather.COPY), new MenuItem("JSON"));
        MenuButton chip = new MenuButton("New records", new FontIcon(Feather.PLAY), new MenuItem("Beginning"));
        chip.getStyleClass().add("chip-button");
        TextField field = new TextField("p:0,3 && !header.test");
        field.getStyleClass().add("mono");
        TextField prompt = new TextField();
        prompt.setPromptText("Filter tree");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("SCRAM-SHA-512", "PLAIN");
        combo.getSelectionModel().select(0);
        CheckBox ticked = new CheckBox("Check that the certificate names the host");
        ticked.setSelected(true);
        RadioButton radio = new RadioButton("Beginning");
        radio.setSelected(true);
        menuOwner.setContextMenu(
                new ContextMenu(new MenuItem("Inspect"), new SeparatorMenuItem(), new MenuItem("Copy value")));
        Label caption = new Label("Caption, 11 muted");
        caption.getStyleClass().add("caption");
        Label mono = new Label("10:02:11.482  ∅ null  {\"status\":\"paid\"}");
        mono.getStyleClass().add("mono");
        VBox box = new VBox(
                12,
                new HBox(8, new Button("Pause", new FontIcon(Feather.PAUSE)), accent, danger, flat, small, large, off),
                new HBox(8, on, menu, chip, new Hyperlink("Why?")),
                new HBox(8, field, prompt, combo),
                new HBox(16, ticked, new CheckBox("Skip while fetching"), radio, new RadioButton("Offset")),
                new HBox(16, menuOwner, caption, mono),
                new HBox(16, table(), tree(), tabs()));
        box.setStyle("-fx-padding: 16;");
        return box;
    }

    private static TabPane tabs() {
        return new TabPane(new Tab("Messages", new Label("Rows")), new Tab("Partitions", new Label("6")));
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>();
        for (String name : List.of("Key", "Value")) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setCellValueFactory(row -> new javafx.beans.property.SimpleStringProperty(row.getValue()));
            column.setPrefWidth(120);
            table.getColumns().add(column);
        }
        table.getItems().addAll("cust-24", "cust-48", "cust-52");
        table.getSelectionModel().select(1);
        table.setFixedCellSize(26);
        table.setPrefSize(260, 200);
        return table;
    }

    private static TreeView<String> tree() {
        TreeItem<String> root = new TreeItem<>("sandbox");
        root.setExpanded(true);
        root.getChildren().add(new TreeItem<>("Topics"));
        root.getChildren().add(new TreeItem<>("Groups"));
        TreeView<String> tree = new TreeView<>(root);
        tree.getSelectionModel().select(1);
        tree.setFixedCellSize(26);
        tree.setPrefSize(220, 200);
        return tree;
    }
}
