package dev.surveyor.codec.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A regular expression of a schema, which may look at so many characters: some take years on a short text. */
final class BoundedExpression implements RegularExpression {

    private final Pattern pattern;
    private final StepBudget budget;

    BoundedExpression(String source, StepBudget budget) {
        this.pattern = Pattern.compile(source);
        this.budget = budget;
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Counted(value, budget)).find();
    }

    /** A text that costs a step each time that it is looked at. */
    private record Counted(String text, StepBudget budget) implements CharSequence {

        @Override
        public char charAt(int index) {
            budget.spend(1);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
