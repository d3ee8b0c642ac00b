package dev.surveyor.service.search;

/** Which part of the topic is searched. */
public enum RangeChoice {
    WHOLE("Whole topic", "", ""),
    OFFSETS("Offsets", "from offset", "to offset"),
    TIMES("Time window", "from -1h", "to now"),
    /** What a table does not keep any more, or never read. */
    OLDER("Older than the table", "", "");

    private final String words;
    private final String fromPrompt;
    private final String toPrompt;

    RangeChoice(String words, String fromPrompt, String toPrompt) {
        this.words = words;
        this.fromPrompt = fromPrompt;
        this.toPrompt = toPrompt;
    }

    public String words() {
        return words;
    }

    /** Returns whether its ends are typed. */
    public boolean typed() {
        return !fromPrompt.isEmpty();
    }

    public String fromPrompt() {
        return fromPrompt;
    }

    public String toPrompt() {
        return toPrompt;
    }
}
