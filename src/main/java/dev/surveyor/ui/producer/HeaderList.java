package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.produce.FormContent;
import dev.surveyor.service.produce.PastedHeaders;
import dev.surveyor.service.produce.Variables;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The headers of the form, in the order in which they are sent; keys may repeat. For the JavaFX thread only. */
final class HeaderList {

    private final ObservableList<HeaderRow> rows = FXCollections.observableArrayList(row -> new Observable[] {
        row.tickedProperty(), row.keyProperty(), row.value().encodedProperty()
    });

    ObservableList<HeaderRow> rows() {
        return rows;
    }

    /** Adds an empty header at the end. */
    HeaderRow add() {
        HeaderRow row = HeaderRow.blank();
        rows.add(row);
        return row;
    }

    /** Adds what a pasted text says, see {@link PastedHeaders}. */
    int paste(String text) {
        List<FormContent.Header> found = PastedHeaders.read(text);
        found.forEach(header -> rows.add(HeaderRow.of(header)));
        return found.size();
    }

    void remove(HeaderRow row) {
        rows.remove(row);
    }

    /** Moves a header up (-1) or down (+1), if there is room. */
    boolean move(HeaderRow row, int step) {
        int from = rows.indexOf(row);
        int to = from + step;
        if (from < 0 || to < 0 || to >= rows.size()) {
            return false;
        }
        List<HeaderRow> order = new ArrayList<>(rows);
        order.set(from, order.get(to));
        order.set(to, row);
        rows.setAll(order);
        return true;
    }

    /** Returns which of the ticked headers of the same key this one is, from 1; 1 where the key does not repeat. */
    int occurrence(HeaderRow row) {
        int count = 0;
        for (HeaderRow other : rows) {
            if (other.sent()
                    && other.keyProperty().get().equals(row.keyProperty().get())) {
                count++;
            }
            if (other == row) {
                return Math.max(1, count);
            }
        }
        return 1;
    }

    /** Returns how many headers go with the record. */
    int sent() {
        return (int) rows.stream().filter(HeaderRow::sent).count();
    }

    /** Returns what a user may not expect of what is sent; empty where there is nothing. */
    String note() {
        long blank = rows.stream()
                .filter(row -> row.tickedProperty().get() && row.untouched())
                .count();
        if (blank > 0) {
            return Counted.of(blank, "empty row is", "empty rows are") + " not sent";
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).sent() && rows.get(i).keyProperty().get().isEmpty()) {
                return "Header " + (i + 1) + " is sent with an empty key";
            }
        }
        return "";
    }

    /** Returns why the headers cannot be sent; empty where they can. */
    String problem() {
        for (int i = 0; i < rows.size(); i++) {
            HeaderRow row = rows.get(i);
            Encoded.Invalid error = row.value().error();
            if (row.sent() && error != null) {
                String name = row.keyProperty().get().isEmpty()
                        ? Integer.toString(i + 1)
                        : row.keyProperty().get();
                return "Header " + name + ": " + error.message() + ". Allowed: " + error.allowed() + ".";
            }
        }
        return "";
    }

    boolean varies() {
        return rows.stream().anyMatch(row -> row.sent() && row.value().varies());
    }

    /** Returns the headers as they are sent: those that are ticked, without rows that nobody filled in. */
    List<RecordHeader> headers(Variables variables) {
        List<RecordHeader> headers = new ArrayList<>(rows.size());
        for (HeaderRow row : rows) {
            if (row.sent() && row.value().encode(variables) instanceof Encoded.Payload payload) {
                headers.add(new RecordHeader(row.keyProperty().get(), payload.bytes()));
            }
        }
        return headers;
    }
}
