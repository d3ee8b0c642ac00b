package dev.surveyor.ui.records.highlight;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The colour of a rule on a node. The style sheet may use {@code -sv-highlight}, and {@code -sv-highlight-ink} for what
 * is seen on it. A colour is a pseudo-class, because rows are drawn again and again.
 */
public final class HighlightPaint {

    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("highlighted");
    private static final Map<HighlightColour, PseudoClass> SHOWN = new EnumMap<>(HighlightColour.class);

    static {
        for (HighlightColour colour : HighlightColour.values()) {
            SHOWN.put(colour, PseudoClass.getPseudoClass("hl-" + colour.id()));
        }
    }

    private final Node node;
    private @Nullable HighlightColour shown;

    /** Prepares the node, which has no colour yet. */
    public HighlightPaint(Node node) {
        this.node = node;
        node.getStyleClass().add("in-highlight");
    }

    /** Gives the node a colour, or takes it away. */
    public void show(@Nullable HighlightColour colour) {
        if (colour == shown) {
            return;
        }
        HighlightColour before = shown;
        shown = colour;
        if (before != null) {
            node.pseudoClassStateChanged(SHOWN.get(before), false);
        }
        if (colour != null) {
            node.pseudoClassStateChanged(SHOWN.get(colour), true);
        }
        node.pseudoClassStateChanged(HIGHLIGHTED, colour != null);
    }

    /** Returns the sign that goes with a colour. */
    public static Feather sign(HighlightColour colour) {
        return switch (colour) {
            case RED -> Feather.OCTAGON;
            case AMBER -> Feather.TRIANGLE;
            case GREEN -> Feather.CIRCLE;
            case TEAL -> Feather.SQUARE;
            case VIOLET -> Feather.HEXAGON;
            case PINK -> Feather.STAR;
        };
    }

    /** Returns the sign in its colour, for menus and buttons. */
    public static FontIcon icon(HighlightColour colour) {
        FontIcon icon = new FontIcon(sign(colour));
        icon.getStyleClass().add("highlight-sign");
        new HighlightPaint(icon).show(colour);
        return icon;
    }
}
