package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.consume.CommitWords;
import dev.surveyor.service.consume.StartTexts;
import dev.surveyor.ui.fx.Dialogs;
import java.time.Clock;
import java.util.function.Consumer;

/** Asks for the times, offsets and group ids that a start may need, until they can be read. */
final class StartQuestions {

    private final Dialogs dialogs;
    private final Clock clock;

    StartQuestions(Dialogs dialogs, Clock clock) {
        this.dialogs = dialogs;
        this.clock = clock;
    }

    void askTime(Consumer<StartPosition> then) {
        String zone = new Times(clock.getZone()).zoneName();
        dialogs.askText(
                new Dialogs.TextRequest(
                        "Start at a time",
                        "Time (" + zone + "): " + TimeReader.EXPECTED,
                        "-15m",
                        "Set start",
                        text -> TimeReader.of(clock).moment(text).isPresent()
                                ? ""
                                : "Not a time: expected " + TimeReader.EXPECTED),
                text -> TimeReader.of(clock)
                        .moment(text)
                        .map(StartPosition.AtTime::new)
                        .ifPresent(then));
    }

    void askOffset(Consumer<StartPosition> then) {
        dialogs.askText(
                new Dialogs.TextRequest(
                        "Start at an offset",
                        "Offset in every partition, clamped to what each keeps",
                        "0",
                        "Set start",
                        text -> StartTexts.offset(text).isPresent()
                                ? ""
                                : "Not an offset. Write a whole number from 0"),
                text -> StartTexts.offset(text).map(StartPosition.AtOffset::new).ifPresent(then));
    }

    /**
     * Asks which group to join, and says what that does before it is done.
     *
     * @param title what is read
     * @param running whether it joins at once
     */
    void askGroup(String title, boolean running, Consumer<MemberSettings> then) {
        String effect = "Joins the group " + (running ? "at once" : "when reading starts")
                + ": its coordinator shares out the partitions of " + title + " among all members, so others may lose"
                + " some to this table. Reading begins at the group\u2019s committed offsets, and at new records where"
                + " there are none. The rows that are here stay.";
        dialogs.askText(
                new Dialogs.TextRequest(
                        "Read as a member of a group", "Group id", "surveyor", running ? "Join now" : "Join at start"),
                new Dialogs.Option(
                        effect,
                        "Commit what was received every " + CommitWords.INTERVAL
                                + " and on leaving: for the group these records are read then, and no other member"
                                + " gets them",
                        false),
                (group, commits) -> then.accept(MemberSettings.of(group.strip(), policy(commits))));
    }

    private static CommitPolicy policy(boolean commits) {
        return commits ? CommitPolicy.AUTO : CommitPolicy.OFF;
    }
}
