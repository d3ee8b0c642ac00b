package dev.surveyor.ui.testing;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;
import org.testfx.api.FxRobot;

/** What the headless toolkit does differently from a real one. Call from the test thread. */
public final class Gestures {

    private Gestures() {}

    /** Turns the wheel so that the content moves down, towards its end; headless, the directions are swapped. */
    public static void wheelDown(FxRobot robot, int notches) {
        robot.scroll(notches, VerticalDirection.UP);
    }

    /** Turns the wheel so that the content moves up, towards its beginning. */
    public static void wheelUp(FxRobot robot, int notches) {
        robot.scroll(notches, VerticalDirection.DOWN);
    }

    /** Asks the node for its context menu, which headless no key and no mouse button does. */
    public static void contextMenu(Node node) {
        UiWait.runOnFx(() -> {
            double x = node.getLayoutBounds().getWidth() / 2;
            double y = node.getLayoutBounds().getHeight() / 2;
            Point2D at = node.localToScreen(x, y);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            x,
                            y,
                            at.getX(),
                            at.getY(),
                            false,
                            new PickResult(node, at.getX(), at.getY())));
        });
        UiWait.frames(2);
    }
}
