package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as it was parsed, before it is made a predicate. */
sealed interface Expression {

    /** Returns whether a part of it is about the transaction of a record. */
    default boolean asksForTransactions() {
        if (this instanceof And and) {
            return and.parts().stream().anyMatch(Expression::asksForTransactions);
        } else if (this instanceof Or or) {
            return or.parts().stream().anyMatch(Expression::asksForTransactions);
        } else if (this instanceof Not not) {
            return not.inner().asksForTransactions();
        }
        return this instanceof Is is && (is.state() == State.ABORTED || is.state() == State.OPEN);
    }

    /** Everything. */
    record Any() implements Expression {}

    record And(List<Expression> parts) implements Expression {}

    record Or(List<Expression> parts) implements Expression {}

    record Not(Expression inner) implements Expression {}

    /** A text or a regular expression in the key, the value, or a header's key or value. */
    record Anywhere(Operand operand) implements Expression {}

    /** The key or the value as a whole. */
    record Whole(RecordPart part, Operator operator, Operand operand) implements Expression {

        /** Returns whether it asks how many bytes there are, none or null, whatever they are read as. */
        boolean asksForBytes() {
            return operand.ofBytes() && !operator.orders();
        }
    }

    /** A field inside the key or the value; without an operator: it exists. */
    record Field(
            RecordPart part,
            JsonPath path,
            @Nullable Operator operator,
            @Nullable Operand operand) implements Expression {}

    /** A header by its name; without an operator: it exists. */
    record Header(
            String name,
            @Nullable Operator operator,
            @Nullable Operand operand) implements Expression {}

    /** Any header, by key or value. */
    record AnyHeader(Operand operand) implements Expression {}

    record Topic(Operator operator, Operand operand) implements Expression {}

    /** A number of the record that lies in a set. */
    record InRange(NumberField number, LongRanges ranges) implements Expression {}

    record Is(State state) implements Expression {}

    /** The numbers of a record. */
    enum NumberField {
        PARTITION,
        OFFSET,
        TIME,
        SIZE
    }

    /** The states of a record. */
    enum State {
        MARKED,
        TOMBSTONE,
        ERROR,
        ABORTED,
        OPEN
    }
}
