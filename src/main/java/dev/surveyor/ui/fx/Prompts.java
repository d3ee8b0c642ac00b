package dev.surveyor.ui.fx;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** Prompts that are not cut: a narrow field says less. For the JavaFX thread only. */
public final class Prompts {

    private Prompts() {}

    /**
     * Shows in the empty field the first prompt for which it has room, now and whenever its width changes.
     *
     * @param prompts the longest first; the last is shown where there is room for none
     */
    public static void fit(TextField field, ObservableValue<List<String>> prompts) {
        Runnable choose = () -> field.setPromptText(first(field, prompts.getValue()));
        prompts.subscribe(now -> choose.run());
        field.widthProperty().subscribe(now -> choose.run());
        field.fontProperty().subscribe(now -> choose.run());
    }

    private static String first(TextField field, List<String> prompts) {
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        return prompts.stream()
                .filter(prompt -> width(field, prompt) <= room)
                .findFirst()
                .orElse(prompts.get(prompts.size() - 1));
    }

    private static double width(TextField field, String prompt) {
        Text text = new Text(prompt);
        text.setFont(field.getFont());
        return text.getLayoutBounds().getWidth();
    }
}
