#!/usr/bin/env bash
# JavaFX 21.0.12: a mouse press on the content of a ScrollPane.
# Guess: the focus stays where it is, since ScrollPane.isFocusTraversable() is false.
# Seen: the ScrollPane asks for the focus itself and becomes the focus owner.
set -euo pipefail
work=$(mktemp -d); cd "$work"
trap 'exec 2> /dev/null; jobs -p | xargs -r kill -9; wait; cd /; rm -rf "$work"' EXIT
cat > pom.xml << 'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.openjfx</groupId><artifactId>javafx-controls</artifactId><version>21.0.12</version></dependency>
    <dependency><groupId>org.testfx</groupId><artifactId>openjfx-monocle</artifactId><version>17.0.10</version></dependency>
  </dependencies>
</project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat > Finding.java << 'END'
import javafx.application.*;
import javafx.event.*;
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.scene.input.*;
import javafx.scene.layout.*;
import javafx.stage.*;

public class Finding extends Application {
    public static void main(String[] args) {
        launch(Finding.class, args);
    }

    @Override
    public void start(Stage stage) {
        TextField field = new TextField();
        Label label = new Label("content");
        ScrollPane pane = new ScrollPane(label);
        Scene scene = new Scene(new VBox(field, pane), 200, 200);
        stage.setScene(scene);
        stage.show();
        field.requestFocus();
        System.out.println("focus owner: " + name(scene) + ", traversable " + pane.isFocusTraversable());
        Event.fireEvent(label, new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 40, 5, 40, MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, false, false, true, null));
        System.out.println("focus owner: " + name(scene));
        Platform.exit();
    }

    private static String name(Scene scene) {
        return scene.getFocusOwner().getClass().getSimpleName();
    }
}
END
java -Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw --module-path lib --add-modules javafx.controls --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED --patch-module javafx.graphics="$(echo lib/openjfx-monocle-*.jar)" Finding.java 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
focus owner: TextField, traversable false
focus owner: ScrollPane
END
