package dev.surveyor.ui.producer;

import dev.surveyor.service.produce.ReadableBytes;
import dev.surveyor.ui.parts.Controls;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the headers table that hold neither a text nor a list of choices. */
final class HeaderCells {

    private HeaderCells() {}

    /** Whether the header is sent. */
    static final class Tick extends HeaderCell {
        private final CheckBox box = new CheckBox();

        Tick() {
            super("producer-header-tick");
            box.setAccessibleText("Send this header");
        }

        @Override
        Node node() {
            return box;
        }

        @Override
        void bind(HeaderRow row) {
            box.selectedProperty().bindBidirectional(row.tickedProperty());
        }

        @Override
        void unbind(HeaderRow row) {
            box.selectedProperty().unbindBidirectional(row.tickedProperty());
        }
    }

    /** The bytes that are sent. */
    static final class Bytes extends HeaderCell {
        private static final int MOST = 6;

        private final Label label = new Label();
        private final InvalidationListener show = changed -> show(getItem());

        Bytes() {
            super("producer-header-bytes");
            label.getStyleClass().addAll("mono", "muted");
        }

        @Override
        Node node() {
            return label;
        }

        @Override
        void bind(HeaderRow row) {
            row.value().encodedProperty().addListener(show);
            show(row);
        }

        @Override
        void unbind(HeaderRow row) {
            row.value().encodedProperty().removeListener(show);
        }

        private void show(@Nullable HeaderRow row) {
            if (row == null) {
                return;
            }
            byte[] bytes = row.value().sampleBytes();
            if (row.value().error() != null) {
                label.setText("not valid");
            } else if (bytes == null) {
                label.setText("\u2014");
            } else if (bytes.length == 0 || row.value().varies()) {
                label.setText(bytes.length + " B");
            } else {
                label.setText(ReadableBytes.hex(bytes, MOST) + (bytes.length > MOST ? " \u2026" : ""));
            }
        }
    }

    /** Takes the header away. */
    static final class Remove extends HeaderCell {
        private final Button button;

        Remove(HeaderList headers) {
            super("producer-header-remove");
            button = Controls.dataButton(
                    new FontIcon(Feather.X),
                    "Remove this header",
                    () -> remove(headers),
                    "button-icon",
                    "flat",
                    "small",
                    "cell-button");
        }

        private void remove(HeaderList headers) {
            HeaderRow row = getItem();
            if (row != null) {
                headers.remove(row);
            }
        }

        @Override
        Node node() {
            return button;
        }

        @Override
        void bind(HeaderRow row) {}

        @Override
        void unbind(HeaderRow row) {}
    }
}
