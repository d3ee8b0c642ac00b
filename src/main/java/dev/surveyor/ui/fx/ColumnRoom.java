package dev.surveyor.ui.fx;

import java.util.function.IntSupplier;
import javafx.application.Platform;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.util.Callback;

/**
 * Room for the texts of a column that must not be cut, in the table's font of characters of one width. For the JavaFX
 * thread only.
 */
public final class ColumnRoom {

    private static final double CHARACTER = 7.25;
    private static final double PADDING = 14;

    private ColumnRoom() {}

    /** Returns the width in pixels that so many characters take with the padding of their cell. */
    public static double of(int characters) {
        return Math.ceil(characters * CHARACTER + PADDING);
    }

    /**
     * Makes the column wider where one of its cells shows a text that is longer than usual, never narrower. A user may
     * still make it too narrow for what is usual.
     *
     * @param column whose cells show a text; its cell factory must be set
     * @param usual how many characters most of its texts have; asked for each text
     */
    public static <S, T> void keep(TableColumn<S, T> column, IntSupplier usual) {
        Callback<TableColumn<S, T>, TableCell<S, T>> made = column.getCellFactory();
        column.setCellFactory(same -> {
            TableCell<S, T> cell = made.call(same);
            cell.textProperty().addListener((source, before, now) -> {
                if (now != null && now.length() > usual.getAsInt()) {
                    widen(column, of(now.length()));
                }
            });
            return cell;
        });
    }

    /** Later: the text changes in the middle of a layout, which must not be changed. */
    private static void widen(TableColumn<?, ?> column, double width) {
        if (column.getWidth() < width) {
            Platform.runLater(() -> {
                column.setMaxWidth(Math.max(column.getMaxWidth(), width));
                column.setPrefWidth(Math.max(column.getWidth(), width));
            });
        }
    }
}
