package dev.surveyor.kafka.search;

/** A filter that everything matches and that takes its time, so that something can happen while a search runs. */
final class SlowFilter {

    /** No text is needed for it to match, and it goes over each value some hundred times. */
    static final String TEXT = "value=/([a-z]?[a-z]?[a-z]?[a-z]?[a-z]?)*-?[0-9]*/ && !key:x";

    private SlowFilter() {}
}
