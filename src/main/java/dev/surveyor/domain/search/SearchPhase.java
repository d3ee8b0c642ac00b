package dev.surveyor.domain.search;

/** What a search is doing. */
public enum SearchPhase {
    /** It asks for the partitions and their offsets. */
    PREPARING,
    READING,
    /** It has got nothing for a while, and goes on where it was once the cluster answers. */
    WAITING,
    ENDED
}
