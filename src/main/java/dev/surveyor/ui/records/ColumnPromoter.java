package dev.surveyor.ui.records;

/** Takes a field of the records into the table as a column. */
@FunctionalInterface
public interface ColumnPromoter {

    /**
     * Shows a column for the field; one that is there already is only shown again. What is no field is passed over.
     *
     * @param field a header or a path in the key or value as in a filter: {@code header.source}, {@code value.a.b}
     */
    void promote(String field);
}
