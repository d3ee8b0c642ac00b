package dev.surveyor.ui.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Shows scenes on the stage that all view tests of one run share. On the JavaFX thread. */
public final class Stages {

    private Stages() {}

    /** Shows the scene in its own size, whatever size and least size the test before left the stage with. */
    public static void show(Stage stage, Scene scene) {
        forgetDrags();
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.show();
        stage.sizeToScene();
    }

    /**
     * Monocle 17 takes the view of the first drag for that of every later drag and drop, until one has ended, also where
     * the window of that view is long gone; leaving it fails then.
     */
    private static void forgetDrags() {
        try {
            Class<?> mouse = Class.forName("com.sun.glass.ui.monocle.MouseInput");
            Method instance = mouse.getDeclaredMethod("getInstance");
            instance.setAccessible(true);
            Field dragged = mouse.getDeclaredField("dragView");
            dragged.setAccessible(true);
            dragged.set(instance.invoke(null), null);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("Monocle keeps its drags in another way now", changed);
        }
    }
}
