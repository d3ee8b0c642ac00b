#!/usr/bin/env bash
# JavaFX 21.0.12: Node.lookupAll with a pseudo-class in the selector.
# Guess: it finds the nodes that a style sheet's rule with the same selector would style.
# Seen: the pseudo-class is passed over: ".button:disabled" finds enabled buttons too, while the rule styles one alone.
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
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.scene.layout.*;
import javafx.stage.*;

public class Finding extends Application {
    public static void main(String[] args) {
        launch(Finding.class, args);
    }

    @Override
    public void start(Stage stage) {
        Button off = new Button("off");
        off.setDisable(true);
        VBox root = new VBox(new Button("on"), off, new Label("label"));
        root.getStylesheets().add("data:text/css,.button:disabled{-fx-min-width:150}");
        stage.setScene(new Scene(root, 300, 200));
        stage.show();
        root.applyCss();
        root.layout();
        System.out.println("found: " + root.lookupAll(".button:disabled").size());
        System.out.println("styled: " + root.lookupAll(".button").stream()
                .filter(node -> ((Button) node).getMinWidth() == 150).count());
        Platform.exit();
    }
}
END
java -Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw --module-path lib --add-modules javafx.controls --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED --patch-module javafx.graphics="$(echo lib/openjfx-monocle-*.jar)" Finding.java 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
found: 2
styled: 1
END
