package dev.surveyor.codec;

/**
 * What a part of a regular expression may do between two looks at the text. Numbers stop at {@link #MUCH}.
 *
 * @param through steps of going in and coming out, or failing, without a look
 * @param ways how often what follows is tried after that
 * @param after steps after the last look inside
 * @param waysAfter how often what follows is tried after that
 * @param longest characters that it matches at most, for looking behind
 */
record RegexSteps(long through, long ways, long after, long waysAfter, long longest) {

    private static final long MUCH = 1_000_000_000_000L;

    static final RegexSteps NOTHING = new RegexSteps(0, 1, 0, 0, 0);
    static final RegexSteps LOOK = new RegexSteps(1, 0, 0, 1, 2);
    static final RegexSteps ANCHOR = new RegexSteps(1, 1, 0, 1, 0);
    static final RegexSteps REFERENCE = new RegexSteps(1, 1, 0, 1, MUCH);

    long most() {
        return Math.max(through, after);
    }

    RegexSteps then(RegexSteps next) {
        return new RegexSteps(
                sum(through, product(ways, next.through)),
                product(ways, next.ways),
                Math.max(next.after, sum(after, product(waysAfter, next.through))),
                Math.max(next.waysAfter, product(waysAfter, next.ways)),
                sum(longest, next.longest));
    }

    RegexSteps or(RegexSteps other) {
        return new RegexSteps(
                sum(through, other.through) + 1,
                sum(ways, other.ways),
                Math.max(after, other.after),
                Math.max(waysAfter, other.waysAfter),
                Math.max(longest, other.longest));
    }

    /** A loop leaves after a round that matched nothing, but does all the rounds that it must where nothing is to choose. */
    RegexSteps repeated(long least, long most) {
        long rounds = ways == 0 ? 1 : Math.max(1, least);
        long allThrough = product(rounds, sum(through, 1));
        long allWays = sum(ways, least == 0 || ways > 1 ? 1 : 0);
        boolean again = most > 1;
        return new RegexSteps(
                allThrough,
                allWays,
                again ? sum(after, product(waysAfter, sum(allThrough, 1))) : after,
                again ? product(waysAfter, sum(allWays, 1)) : waysAfter,
                product(longest, most));
    }

    /** What is not tried again in another way. */
    RegexSteps once() {
        return new RegexSteps(through, Math.min(1, ways), after, Math.min(1, waysAfter), longest);
    }

    RegexSteps ahead() {
        return new RegexSteps(sum(through, 1), 1, after, 1, 0);
    }

    /** A look behind is tried from each place from which it may reach. */
    RegexSteps behind() {
        long places = sum(1, longest);
        return new RegexSteps(product(places, through), 1, sum(after, product(places, through)), 1, 0);
    }

    private static long sum(long a, long b) {
        return Math.min(MUCH, a + b);
    }

    private static long product(long a, long b) {
        return a == 0 || b == 0 ? 0 : a > MUCH / b ? MUCH : a * b;
    }
}
