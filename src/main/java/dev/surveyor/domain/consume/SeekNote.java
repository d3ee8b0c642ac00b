package dev.surveyor.domain.consume;

/** What is worth saying about the move of one partition. */
public enum SeekNote {
    /** It goes where it was asked to. */
    NONE,
    /** It stays, because the partition has no leader. */
    NO_LEADER,
    /** It stays, because the partition did not answer. */
    NO_ANSWER,
    /** The offset asked for is not kept any more: it goes to the first one that is. */
    CLAMPED_TO_BEGIN,
    /** The offset asked for is past the last record: it goes to the end. */
    CLAMPED_TO_END,
    /** No record has that time or a later one: it goes to the end. */
    NO_RECORD_THAT_LATE,
    /** Nothing is kept in this partition, so begin and end are one. */
    EMPTY_PARTITION,
    /** The group has committed nothing here: it stays. */
    NO_COMMIT,
    /** The consumer has no position here to count from: it stays. */
    NO_POSITION,
    /** The user left it out. */
    NOT_TICKED,
    /** It goes where it was asked to; the offset holds no record, and the first one comes later. */
    LATER_RECORD,
    /** It goes to what a broker names for the time that was asked for; the first record there is older. */
    OLDER_RECORD,
    /** It goes where it was asked to; no record follows up to the end. */
    NOTHING_THERE
}
