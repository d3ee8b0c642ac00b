package dev.surveyor.codec.schema;

import com.networknt.schema.regex.RegularExpression;
import dev.surveyor.codec.CountedText;
import dev.surveyor.codec.RegexEffort;
import java.util.regex.Pattern;

/** A regular expression of a schema, which may look at so many characters: some would look at a short text without end. */
final class BoundedExpression implements RegularExpression {

    private final Pattern pattern;
    private final int looksPerLook;
    private final StepBudget budget;

    /** Throws a {@link java.util.regex.PatternSyntaxException} where the source is no expression, or does too much. */
    BoundedExpression(String source, StepBudget budget) {
        this.pattern = Pattern.compile(source);
        this.looksPerLook = RegexEffort.looksPerLook(source);
        this.budget = budget;
    }

    @Override
    public boolean matches(String value) {
        budget.spend(looksPerLook == 1 ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) looksPerLook * value.length()));
        return pattern.matcher(new Counted(value, looksPerLook, budget)).find();
    }

    /** A text that costs steps each time that it is looked at. */
    private static final class Counted extends CountedText {
        private final int looksPerLook;
        private final StepBudget budget;

        Counted(String text, int looksPerLook, StepBudget budget) {
            super(text);
            this.looksPerLook = looksPerLook;
            this.budget = budget;
        }

        @Override
        protected void look() {
            budget.spend(looksPerLook);
        }
    }
}
