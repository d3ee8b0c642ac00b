package dev.surveyor.realwindow;

import dev.surveyor.app.Launcher;
import dev.surveyor.ui.testing.Fits;
import dev.surveyor.ui.testing.UiWait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The program as it is, with a thread beside it that answers questions about its window: a line in, a line out. Keys and
 * clicks come from the display, not from here; what is fired here is only how a dialog is opened.
 */
final class ProbedSurveyor {

    private static final ThreadHold HOLD = new ThreadHold();
    private static boolean measuring;

    private ProbedSurveyor() {}

    public static void main(String[] args) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Thread thread = new Thread(() -> answer(answers), "probe");
        thread.setDaemon(true);
        thread.start();
        Launcher.main(args);
    }

    private static void answer(PrintStream answers) {
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                String said;
                try {
                    said = said(question.split(" ", 2));
                } catch (RuntimeException | AssertionError e) {
                    said = "! " + e;
                }
                answers.println(said.replace("\n", "\\n"));
                answers.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String[] question) {
        String id = question.length < 2 ? "" : question[1];
        if (question[0].equals("fits")) {
            return String.join(
                    "; ", Fits.wrongIn(main().orElseThrow().getScene().getRoot()));
        }
        if (question[0].equals("frames")) {
            UiWait.frames(3);
            return "done";
        }
        return UiWait.onFx(() -> switch (question[0]) {
            case "ready" -> String.valueOf(main().isPresent());
            case "focus" -> focus();
            case "shown" -> String.valueOf(node(id).isPresent());
            case "text" -> node(id).map(ProbedSurveyor::words).orElse("");
            case "rows" ->
                node(id).map(table -> "" + ((TableView<?>) table).getItems().size())
                        .orElse("0");
            case "first" ->
                node(id).map(list -> ((ListView<?>) list).getItems())
                        .filter(items -> !items.isEmpty())
                        .map(items -> String.valueOf(items.get(0)))
                        .orElse("");
            case "items" -> node(id).map(ProbedSurveyor::items).orElse("");
            case "place" -> node(id).map(ProbedSurveyor::onScreen).orElse("");
            case "hold" -> held();
            case "invalid" -> ids(".invalid");
            case "tags" -> tags();
            case "windows" -> stages().map(Stage::getTitle).collect(Collectors.joining("|"));
            case "popups" ->
                ""
                        + Window.getWindows().stream()
                                .filter(PopupWindow.class::isInstance)
                                .filter(Window::isShowing)
                                .filter(window -> !(window instanceof Tooltip))
                                .count();
            case "bounds" ->
                main().map(stage -> Math.round(stage.getX()) + " " + Math.round(stage.getY()) + " "
                                + Math.round(stage.getWidth()) + " " + Math.round(stage.getHeight()) + " "
                                + (stage.isMaximized() ? "maximized" : "normal"))
                        .orElse("");
            case "fire" -> fire(id);
            case "focus-on" -> node(id).map(ProbedSurveyor::focus).orElse("not there");
            default -> throw new IllegalArgumentException("no such question: " + question[0]);
        });
    }

    /** The first time that it is asked it begins to measure. */
    private static String held() {
        if (!measuring) {
            measuring = true;
            HOLD.begin();
        }
        return String.valueOf(HOLD.millis());
    }

    private static Stream<Node> shown(String selector) {
        return main().stream()
                .flatMap(stage -> stage.getScene().getRoot().lookupAll(selector).stream())
                .filter(ProbedSurveyor::isShown);
    }

    private static String ids(String selector) {
        return shown(selector).map(Node::getId).collect(Collectors.joining(" "));
    }

    private static String tags() {
        return shown(".environment-tag").map(ProbedSurveyor::words).collect(Collectors.joining(" "));
    }

    private static Stream<Stage> stages() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Stage::isShowing);
    }

    private static Optional<Stage> main() {
        return stages().filter(stage -> stage.getOwner() == null).findFirst();
    }

    private static String focus() {
        return stages().filter(Stage::isFocused)
                .findFirst()
                .map(stage -> stage.getScene().getFocusOwner())
                .map(owner -> owner.getId() == null ? owner.getClass().getSimpleName() : owner.getId())
                .orElse("nothing");
    }

    private static String focus(Node node) {
        node.requestFocus();
        return "done";
    }

    private static Optional<Node> node(String id) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll("#" + id).stream())
                .filter(ProbedSurveyor::isShown)
                .findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Returns what a table, a list or a tree holds, an item a line. */
    private static String items(Node node) {
        if (node instanceof TreeView<?> tree) {
            return lines(inner(tree.getRoot()));
        }
        return lines(
                (node instanceof TableView<?> table ? table.getItems() : ((ListView<?>) node).getItems()).stream());
    }

    private static String lines(Stream<?> items) {
        return items.map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static Stream<Object> inner(TreeItem<?> item) {
        return Stream.concat(
                Stream.ofNullable(item.getValue()), item.getChildren().stream().flatMap(ProbedSurveyor::inner));
    }

    private static String words(Node node) {
        if (node instanceof Labeled label) {
            return label.getText();
        }
        return node instanceof TextInputControl input ? input.getText() : String.valueOf(node);
    }

    private static String onScreen(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return Math.round(bounds.getMinX()) + " " + Math.round(bounds.getMinY()) + " " + Math.round(bounds.getWidth())
                + " " + Math.round(bounds.getHeight());
    }

    /** Presses a button, or runs the item of any menu that can be reached. */
    private static String fire(String id) {
        Optional<Node> node = node(id);
        if (node.isPresent() && node.get() instanceof ButtonBase button) {
            if (button.isDisabled()) {
                return "disabled";
            }
            button.fire();
            return "done";
        }
        Optional<MenuItem> item = List.copyOf(Window.getWindows()).stream()
                .flatMap(window -> window instanceof ContextMenu open
                        ? open.getItems().stream()
                        : window.getScene().getRoot().lookupAll("*").stream()
                                .filter(ProbedSurveyor::isShown)
                                .filter(MenuButton.class::isInstance)
                                .flatMap(button -> ((MenuButton) button).getItems().stream()))
                .flatMap(ProbedSurveyor::withInner)
                .filter(each -> id.equals(each.getId()))
                .findFirst();
        item.ifPresent(MenuItem::fire);
        return item.isPresent() ? "done" : "not there";
    }

    private static Stream<MenuItem> withInner(MenuItem item) {
        return item instanceof Menu menu
                ? Stream.concat(Stream.of(item), menu.getItems().stream().flatMap(ProbedSurveyor::withInner))
                : Stream.of(item);
    }
}
