package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.record.RecordAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a filter can ask of a record by name, with all its names; the first is the one that is offered. */
public enum FilterField {
    KEY(RecordAttribute.KEY),
    VALUE(RecordAttribute.VALUE),
    /** A header by its name, or any. */
    HEADER("header", "headers"),
    PARTITION("p", RecordAttribute.PARTITION.id()),
    OFFSET(RecordAttribute.OFFSET),
    TIME(RecordAttribute.TIME),
    /** Of key, value and headers together. */
    SIZE("size"),
    TOPIC(RecordAttribute.TOPIC),
    /** A state, such as marked. */
    IS("is");

    private final String name;
    private final String also;

    FilterField(RecordAttribute attribute) {
        this(attribute.id());
    }

    FilterField(String name) {
        this(name, name);
    }

    FilterField(String name, String also) {
        this.name = name;
        this.also = also;
    }

    /** Returns the field of that part of a record. */
    public static FilterField of(RecordPart part) {
        return part == RecordPart.KEY ? KEY : VALUE;
    }

    /** Returns how it is offered, and written in what this program writes itself. */
    public String word() {
        return name;
    }

    /** Returns how it can be written; the first is how it is offered. */
    public List<String> names() {
        return name.equals(also) ? List.of(name) : List.of(name, also);
    }

    /** Returns the field of that name, null where there is none. */
    public static @Nullable FilterField named(String name) {
        for (FilterField field : values()) {
            if (field.name.equals(name) || field.also.equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** Returns the names that are offered, as a sentence lists them. */
    static String list() {
        FilterField[] all = values();
        String first =
                Arrays.stream(all, 0, all.length - 1).map(field -> field.name).collect(Collectors.joining(", "));
        return first + " or " + all[all.length - 1].name;
    }
}
