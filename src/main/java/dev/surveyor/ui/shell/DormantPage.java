package dev.surveyor.ui.shell;

import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.TitledPage;
import dev.surveyor.ui.parts.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A tab of an earlier run whose connection is not open: it comes alive when the user connects, never by itself. */
final class DormantPage extends TitledPage {

    private final Button connect = Controls.button("dormant-connect", "", "", "accent");
    private final VBox content;

    DormantPage(PageAddress address, String connectionName, boolean sandbox, Runnable onConnect) {
        super(address.title());
        Label what = new Label("Not connected to " + connectionName);
        what.getStyleClass().add("title-15");
        Label why = new Label("This tab was open when Surveyor was closed. Nothing is contacted until you say so.");
        why.getStyleClass().add("muted");
        connect.setText(sandbox ? "Start the sandbox" : "Connect to " + connectionName);
        connect.setOnAction(event -> onConnect.run());
        content = new VBox(8, what, why, connect);
        content.getStyleClass().add("dormant");
        content.setAlignment(Pos.CENTER);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        connect.requestFocus();
    }

    @Override
    public void close() {
        // Nothing runs in it.
    }
}
