package dev.surveyor.ui.log;

import dev.surveyor.ui.fx.UiExecutor;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkinBase;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * The follow rule of lists that grow at the end: scrolling away by hand stops following, reaching the end goes on with
 * it, and the toggle says which.
 */
final class FollowEnd {

    private final TableView<?> table;
    private final BooleanProperty follow;
    private final UiExecutor ui;
    private boolean movedByHand;

    private FollowEnd(TableView<?> table, BooleanProperty follow, UiExecutor ui) {
        this.table = table;
        this.follow = follow;
        this.ui = ui;
    }

    /** Makes the table follow its end while the property says so, and the property tell what the user did. */
    static void install(TableView<?> table, BooleanProperty follow, UiExecutor ui) {
        FollowEnd rule = new FollowEnd(table, follow, ui);
        table.addEventFilter(ScrollEvent.SCROLL, rule::moved);
        table.addEventFilter(KeyEvent.KEY_PRESSED, rule::keyed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, rule::moved);
        table.getItems().addListener((ListChangeListener<Object>) change -> rule.itemsChanged());
        follow.addListener((property, before, now) -> rule.toEnd());
        table.needsLayoutProperty().addListener((property, before, now) -> rule.laidOut(now));
    }

    private void moved(InputEvent event) {
        movedByHand = true;
        table.requestLayout();
    }

    private void keyed(KeyEvent event) {
        if (event.getCode().isNavigationKey()) {
            moved(event);
        }
    }

    /** After what the user did has been laid out, the place tells whether to follow. */
    private void laidOut(boolean needsLayout) {
        if (movedByHand && !needsLayout) {
            movedByHand = false;
            follow.set(atEnd());
        }
    }

    private void itemsChanged() {
        // Later, as the table learns of the change after this listener and would not scroll to rows it does not know.
        if (!movedByHand) {
            ui.execute(this::toEnd);
        }
    }

    private void toEnd() {
        int size = table.getItems().size();
        if (follow.get() && size > 0) {
            table.scrollTo(size - 1);
        }
    }

    private boolean atEnd() {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getLastVisibleCell() == null) {
            return true;
        }
        return flow.getLastVisibleCell().getIndex() >= table.getItems().size() - 1;
    }

    private @Nullable VirtualFlow<?> flow() {
        if (!(table.getSkin() instanceof TableViewSkinBase<?, ?, ?, ?, ?>)) {
            return null;
        }
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
