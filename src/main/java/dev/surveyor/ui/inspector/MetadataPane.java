package dev.surveyor.ui.inspector;

import dev.surveyor.service.inspect.RecordMetadata;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All that a record says about itself beside its key, its value and its headers. */
final class MetadataPane extends ScrollPane {

    private final VBox rows = new VBox();

    MetadataPane() {
        setId("inspector-metadata");
        getStyleClass().add("inspector-metadata");
        setFitToWidth(true);
        rows.getStyleClass().add("metadata-grid");
        setContent(rows);
    }

    /** Shows these lines and no others. */
    void show(List<RecordMetadata.Line> lines) {
        rows.getChildren()
                .setAll(lines.stream()
                        .map(line -> new MetadataRow(line.id(), line.title(), line.text()))
                        .toList());
    }
}
