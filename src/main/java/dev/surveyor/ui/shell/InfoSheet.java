package dev.surveyor.ui.shell;

import dev.surveyor.ui.fx.Sheet;
import javafx.scene.Node;

/** A dialog in which nothing is to be decided: a click beside it closes it too. */
final class InfoSheet extends Sheet {

    private static final double WIDTH = 720;

    /**
     * @param id what the ids of its parts begin with; its button is called {@code id-close}
     */
    InfoSheet(String id, String title, Node content) {
        super(id, title, WIDTH);
        setId(id);
        fillBody();
        add(content);
        beginAt(closing(id + "-close", "_Close"));
        closeOnClickBeside();
    }
}
