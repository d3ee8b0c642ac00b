package dev.surveyor.ui.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/**
 * Style classes of which a node wears one at a time, or none: the tones of a state, for instance. For the JavaFX thread
 * only.
 */
public final class StyleFamily {

    private final List<String> members;

    public StyleFamily(String... members) {
        this.members = List.of(members);
    }

    /**
     * Lets the node wear this one of the family and no other. Nothing happens where it already does: at each change the
     * toolkit matches all rules for the node and what is in it again.
     *
     * @param wanted one of the family, or empty for none
     */
    public void wear(Node node, String wanted) {
        List<String> worn = node.getStyleClass();
        List<String> unwanted = new ArrayList<>();
        for (String member : members) {
            if (!member.equals(wanted) && worn.contains(member)) {
                unwanted.add(member);
            }
        }
        if (!unwanted.isEmpty()) {
            worn.removeAll(unwanted);
        }
        if (!wanted.isEmpty() && !worn.contains(wanted)) {
            worn.add(wanted);
        }
    }
}
