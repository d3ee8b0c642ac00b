package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
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

    void askGroup(String suggested, Consumer<ConsumerMode> then) {
        dialogs.askText(
                new Dialogs.TextRequest("Read as a member of a group", "Group id", suggested, "Join at start"),
                text -> then.accept(new ConsumerMode.GroupMember(MemberSettings.of(text.strip()))));
    }
}
