package dev.surveyor.domain.consume;

/** As whom a consumer reads. */
public sealed interface ConsumerMode {

    /** On its own: partitions assigned by hand, no group, never commits. */
    record Standalone() implements ConsumerMode {}

    /** As a member of a group, which may rebalance. */
    record GroupMember(MemberSettings settings) implements ConsumerMode {}
}
