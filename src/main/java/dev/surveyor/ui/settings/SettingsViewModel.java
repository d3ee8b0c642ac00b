package dev.surveyor.ui.settings;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.ui.fx.Zoom;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Decides what the settings page shows: the preferences, and numbers as they are typed with what is wrong with them. */
public final class SettingsViewModel {

    private final Preferences preferences;
    private final NumberField zoom;
    private final NumberField records;
    private final NumberField megabytes;

    public SettingsViewModel(Preferences preferences) {
        this.preferences = preferences;
        zoom = new NumberField(preferences.zoomProperty(), Zoom.LEAST, Zoom.MOST);
        records =
                new NumberField(preferences.bufferRecordsProperty(), Preferences.MIN_RECORDS, Preferences.MAX_RECORDS);
        megabytes = new NumberField(
                preferences.bufferMegabytesProperty(), Preferences.MIN_MEGABYTES, Preferences.MAX_MEGABYTES);
    }

    Preferences preferences() {
        return preferences;
    }

    NumberField zoom() {
        return zoom;
    }

    NumberField records() {
        return records;
    }

    NumberField megabytes() {
        return megabytes;
    }

    /** A number while it is typed: applied as soon as it is one in range, else the problem says why not. */
    static final class NumberField {

        private final StringProperty text;
        private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
        private final int least;
        private final int most;

        NumberField(IntegerProperty value, int least, int most) {
            this.least = least;
            this.most = most;
            text = new SimpleStringProperty(String.valueOf(value.get()));
            text.addListener((property, before, now) -> read(now, value::set));
            value.addListener((property, before, now) -> show(now.intValue()));
        }

        StringProperty textProperty() {
            return text;
        }

        /** What is wrong, one sentence; empty where the number is applied. */
        ReadOnlyStringProperty problemProperty() {
            return problem.getReadOnlyProperty();
        }

        /** Follows a change that was made elsewhere. */
        private void show(int number) {
            if (number(text.get()) != number) {
                text.set(String.valueOf(number));
            }
        }

        /** Returns what is typed, -1 where that is no number. */
        private static int number(String typed) {
            String digits = typed.replaceAll("[\\s\\u00A0\\u202F,.']", "");
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        }

        private void read(String typed, IntConsumer apply) {
            int number = number(typed);
            if (number < 0) {
                problem.set(
                        "Type a whole number from " + Numbers.grouped(least) + " to " + Numbers.grouped(most) + ".");
                return;
            }
            if (number < least || number > most) {
                problem.set(Numbers.grouped(number) + " is out of range: " + Numbers.grouped(least) + " to "
                        + Numbers.grouped(most) + ".");
                return;
            }
            problem.set("");
            apply.accept(number);
        }
    }
}
