package dev.surveyor.filter;

/** Turns the text of a filter into a predicate. Never throws, whatever the text. Safe for several threads. */
public final class FilterLanguage {

    private final FilterContext context;

    public FilterLanguage(FilterContext context) {
        this.context = context;
    }

    /** Returns the filter, or where and why the text is none. A blank text is the filter that everything matches. */
    public FilterResult compile(String text) {
        try {
            Expression expression = new FilterParser(text, context).parse();
            RecordFilter filter = new FilterCompiler(context).compile(expression);
            FilterBounds bounds = FilterBounds.of(expression);
            return new FilterResult.Compiled(
                    text,
                    filter,
                    context.reader().keysAreText() && !bounds.keyMayBeDecoded() ? bounds : bounds.withoutKey(),
                    expression.asksForTransactions() ? AnyOutcome.of(expression, context) : null);
        } catch (FilterSyntaxException broken) {
            return new FilterResult.Invalid(broken.error());
        }
    }
}
