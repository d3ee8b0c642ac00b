package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The sentences of the seek dialog. */
final class SeekWords {

    private SeekWords() {}

    /** Returns the title of the dialog. */
    static String title(SeekSubject subject) {
        return subject instanceof SeekSubject.OfConsumer consumer
                ? "Seek " + consumer.session().request().subscription().text()
                : "Offsets of " + subject.group();
    }

    /** Returns what is moved, on that connection. */
    static String subject(SeekSubject subject, String connection) {
        return subject instanceof SeekSubject.OfConsumer consumer
                ? consumer(consumer.session(), connection)
                : "group " + subject.group() + " on " + connection;
    }

    /** Returns what is moved, in two or three words. */
    static String scope(SeekSubject subject) {
        return subject.commits() ? "Group " + subject.group() : "This consumer only";
    }

    /** Returns what a move does, in one or two sentences. */
    static String effect(SeekSubject subject) {
        return subject.commits()
                ? "Sets where the group\u2019s members start: its commits, or the start offsets of a share group."
                        + " Needs a group without members."
                : "Moves the position. Nothing is stored, no other reader is affected.";
    }

    /** Returns the words of the button that moves so many partitions. */
    static String verb(SeekSubject subject, int partitions) {
        if (!subject.commits()) {
            return partitions == 0 ? "Seek" : "Seek " + Counted.of(partitions, "partition");
        }
        return partitions == 0 ? "Commit" : "Commit " + Counted.of(partitions, "offset") + " to " + subject.group();
    }

    private static String consumer(ConsumeSession session, String profile) {
        String who = session.request().mode() instanceof ConsumerMode.GroupMember member
                ? "member " + session.clientId() + " of group "
                        + member.settings().groupId()
                : "standalone consumer " + session.clientId();
        return who + " on " + profile + " \u00b7 " + phase(session.status().phase());
    }

    private static String phase(ConsumePhase phase) {
        return switch (phase) {
            case PAUSED_BY_USER -> "paused by you";
            case PAUSED_BY_BUFFER -> "paused: buffer";
            case CONNECTING, RUNNING, REBALANCING, RECONNECTING, STOPPED, FAILED ->
                phase.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Returns what is worth saying about the row; empty where nothing is. */
    static String note(SeekRow row) {
        long beyond = row.position().beyondEnd();
        String words = words(row);
        return beyond == 0
                ? words
                : "stands " + Numbers.grouped(beyond) + " beyond the end" + (words.isEmpty() ? "" : " \u00b7 " + words);
    }

    /** Returns the note in full. */
    static String help(SeekRow row) {
        PartitionTrouble trouble = row.position().trouble();
        if (trouble != null) {
            return trouble.sentence() + ".";
        }
        return row.note() == SeekNote.OLDER_RECORD
                ? note(row) + ": brokers name a marker of a transaction for that time, or know no time before 1970,"
                        + " and the first record that is late enough is too far behind it to look for."
                : note(row);
    }

    private static String words(SeekRow row) {
        return switch (row.note()) {
            case NONE -> "";
            case LATER_RECORD ->
                "first record at "
                        + Numbers.grouped(
                                row.record() == null ? 0 : row.record().offset());
            case OLDER_RECORD -> "older records come first";
            case NOTHING_THERE -> "no record from there to the end";
            case CLAMPED_TO_BEGIN -> "clamped to begin";
            case CLAMPED_TO_END -> "clamped to end";
            case NO_RECORD_THAT_LATE -> "no record that late: end";
            case EMPTY_PARTITION -> "empty partition";
            case NO_COMMIT -> "no commit: not moved";
            case NO_POSITION -> "no position: not moved";
            case NOT_TICKED -> "not moved";
            case NO_LEADER -> "no leader: not moved";
            case NO_ANSWER -> "no answer: not moved";
        };
    }

    /** Returns the effect in numbers, {@code Reads about 92 335 records again in 5 partitions.} */
    static String summary(SeekPlan plan) {
        long again = plan.rows().stream().filter(row -> row.readAgain() > 0).count();
        long ahead = plan.rows().stream().filter(row -> row.skipped() > 0).count();
        long over = plan.rows().stream()
                .filter(row -> row.move().orElse(0) != 0 && row.readAgain() == 0 && row.skipped() == 0)
                .count();
        long first = plan.rows().stream()
                .filter(row ->
                        row.target().isPresent() && row.position().position().isEmpty())
                .count();
        if (again == 0 && ahead == 0 && first == 0 && over == 0) {
            return plan.targets().isEmpty() ? "Nothing would move." : "Every ticked partition is there already.";
        }
        String back = again == 0
                ? ""
                : "Reads about " + Counted.of(plan.readAgain(), "record") + " again in "
                        + Counted.of(again, "partition") + ".";
        String on = ahead == 0
                ? ""
                : "Skips about " + Counted.of(plan.skipped(), "record") + " in " + Counted.of(ahead, "partition") + ".";
        String without = over == 0 ? "" : "Moves " + Counted.of(over, "partition") + " past no record.";
        String begin = first == 0 ? "" : "Gives a first place to " + Counted.of(first, "partition") + ".";
        return String.join(" ", List.of(back, on, without, begin)).strip().replaceAll(" +", " ");
    }

    /** Returns what is not as it was asked for, or empty. */
    static String warning(SeekPlan plan) {
        List<SeekRow> begin = with(plan, SeekNote.CLAMPED_TO_BEGIN);
        List<SeekRow> end = with(plan, SeekNote.CLAMPED_TO_END);
        List<SeekRow> late = with(plan, SeekNote.NO_RECORD_THAT_LATE);
        List<SeekRow> uncommitted = with(plan, SeekNote.NO_COMMIT);
        List<SeekRow> untold = new ArrayList<>(with(plan, SeekNote.NO_LEADER));
        untold.addAll(with(plan, SeekNote.NO_ANSWER));
        StringBuilder text = new StringBuilder();
        if (begin.size() == 1) {
            text.append("Partition ").append(number(begin.get(0))).append(" begins at ");
            text.append(Numbers.grouped(begin.get(0).position().beginOffset())).append(", so it goes there. ");
        } else if (!begin.isEmpty()) {
            text.append(Counted.of(begin.size(), "partition")).append(" begin later and go to their begin. ");
        }
        if (end.size() == 1) {
            text.append("Partition ").append(number(end.get(0))).append(" ends at ");
            text.append(Numbers.grouped(end.get(0).position().endOffset())).append(", so it goes there. ");
        } else if (!end.isEmpty()) {
            text.append(Counted.of(end.size(), "partition")).append(" end earlier and go to their end. ");
        }
        if (!late.isEmpty()) {
            text.append(Counted.of(late.size(), "partition")).append(Counted.word(late.size(), " has", " have"));
            text.append(" no record that late: to the end. ");
        }
        if (!untold.isEmpty()) {
            text.append(Counted.of(untold.size(), "partition stays", "partitions stay"));
            text.append(": no leader, or no answer from it. ");
        }
        if (!uncommitted.isEmpty()) {
            text.append("No commit in ")
                    .append(Counted.of(uncommitted.size(), "partition"))
                    .append(". ");
        }
        return text.toString().strip();
    }

    /** Returns what was done, for the toast. */
    static String done(SeekSubject subject, SeekHistory.Entry entry) {
        int count = entry.targets().size();
        return subject.commits()
                ? "Committed " + Counted.of(count, "offset") + " to " + subject.group() + ": " + entry.what()
                : "Moved " + Counted.of(count, "partition") + " " + entry.what();
    }

    /** Returns the grid as comma-separated values, times in ISO form and UTC. */
    static String csv(SeekPlan plan) {
        StringBuilder text =
                new StringBuilder("topic,partition,begin,end,position,committed,lag,target,move,record_time,note\r\n");
        for (SeekRow row : plan.rows()) {
            var position = row.position();
            text.append(position.partition().topic()).append(',');
            text.append(position.partition().partition()).append(',');
            text.append(plain(position.begin())).append(',');
            text.append(plain(position.end())).append(',');
            text.append(plain(position.position())).append(',');
            text.append(plain(position.committed())).append(',');
            text.append(plain(position.lag())).append(',');
            text.append(plain(row.target())).append(',');
            text.append(plain(row.move())).append(',');
            text.append(row.recordTime() == null ? "" : row.recordTime()).append(',');
            text.append(row.custom() ? "custom " : "").append(note(row)).append("\r\n");
        }
        return text.toString();
    }

    static String asOf(SeekPlan plan, ZoneId zone) {
        return "Preview as of " + new Times(zone).fullClock(plan.asOf());
    }

    static String isoUtc(java.time.Instant time) {
        return new Times(ZoneOffset.UTC).full(time);
    }

    private static List<SeekRow> with(SeekPlan plan, SeekNote note) {
        return plan.rows().stream().filter(row -> row.note() == note).toList();
    }

    private static int number(SeekRow row) {
        return row.position().partition().partition();
    }

    private static String plain(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
