package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What stands beside a search: what it proves, or the match that was selected last. */
final class SearchSide extends VBox {

    /** Which of the two. */
    private enum Choice {
        CERTIFICATE("Certificate"),
        RECORD("Record");

        private final String words;

        Choice(String words) {
            this.words = words;
        }
    }

    private final SegmentedControl<Choice> choice =
            new SegmentedControl<>("search-side", each -> each.words, List.of(Choice.values()));

    SearchSide(CertificatePane certificate, Node inspector, ReadOnlyObjectProperty<@Nullable ConsumedRecord> selected) {
        getStyleClass().add("search-side");
        getStylesheets().add(StyleSheets.of(SearchSide.class));
        HBox head = new HBox(choice);
        head.getStyleClass().add("search-side-head");
        StackPane body = new StackPane(certificate, inspector);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        certificate.visibleProperty().bind(choice.valueProperty().isEqualTo(Choice.CERTIFICATE));
        inspector.visibleProperty().bind(choice.valueProperty().isEqualTo(Choice.RECORD));
        selected.addListener((source, before, now) -> {
            if (now != null) {
                choice.setValue(Choice.RECORD);
            }
        });
    }

    /** Shows what is proven, as at the start of a search. */
    void showCertificate() {
        choice.setValue(Choice.CERTIFICATE);
    }
}
