package dev.surveyor.ui.fx;

import java.util.List;
import java.util.function.IntSupplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Room for the texts of a column that must not be cut, in the table's font of characters of one width. For the JavaFX
 * thread only.
 */
public final class ColumnRoom {

    private static final double CHARACTER = 7.25;
    private static final double PADDING = 14;

    /** What the bar at the right takes when there are more rows than fit, and the border. */
    private static final double SCROLL_BAR = 15;

    /** The toolkit takes this width for one that nobody has chosen, and fits the column to the first rows it sees. */
    private static final double UNCHOSEN = 80;

    private ColumnRoom() {}

    /** Gives the column that width, also where the first rows need less or more. */
    public static void prefer(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width == UNCHOSEN ? Math.nextUp(width) : width);
    }

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

    /**
     * Gives columns in equal parts what the others leave of the table's width, so that no text is cut beside room that
     * nobody uses, and no bar scrolls over nothing. None gets less than its least width; where that is too much, the table
     * scrolls.
     *
     * @param sharing columns of the table, of which all have been added
     */
    public static void share(TableView<?> table, List<? extends TableColumn<?, ?>> sharing) {
        Runnable fit = () -> {
            double others = table.getVisibleLeafColumns().stream()
                    .filter(column -> !sharing.contains(column))
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            double each = Math.floor((table.getWidth() - others - SCROLL_BAR) / sharing.size());
            sharing.forEach(column -> column.setPrefWidth(Math.max(column.getMinWidth(), each)));
        };
        table.widthProperty().addListener(changed -> fit.run());
        table.getVisibleLeafColumns().addListener((InvalidationListener) changed -> fit.run());
        table.getColumns().stream().filter(column -> !sharing.contains(column)).forEach(column -> column.widthProperty()
                .addListener(changed -> fit.run()));
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
