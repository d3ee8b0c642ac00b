package dev.surveyor.filter;

import dev.surveyor.codec.JsonItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a field: {@code a.b[3]."odd name"[*]}. */
record JsonPath(List<Step> steps) {

    static final int LONGEST = 64;

    /** The index of a step to every element of a list. */
    static final int EVERY = -1;

    /**
     * A step.
     *
     * @param name the field's name, or null for a step into a list
     * @param index the element's number, from 0, or {@link #EVERY}
     */
    record Step(@Nullable String name, int index) {}

    JsonPath {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            String name = step.name();
            if (name == null) {
                out.append('[')
                        .append(step.index() == EVERY ? "*" : Integer.toString(step.index()))
                        .append(']');
            } else {
                if (out.length() > 0) {
                    out.append('.');
                }
                JsonItem.appendName(out, name);
            }
        }
        return out.toString();
    }
}
