package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.domain.record.RawRecord;
import java.util.List;

/**
 * Decides whether payloads that only begin as if they named a schema are written with it. The schema must be the topic's
 * by its subject, or its neighbours must be read by it; else the bytes are something else, which is no error, and what
 * the schema would make of them is offered. Learns from what it sees; safe for several threads.
 */
public final class Guessing {

    private static final int MOST_SUBJECTS = 3;

    private final Neighbours neighbours;

    /** @param changed called where records that were seen before read differently now, on any thread */
    public Guessing(Runnable changed) {
        this.neighbours = new Neighbours(changed);
    }

    /** Forgets what was learnt. */
    public void forget() {
        neighbours.forget();
    }

    Decoded decode(SchemaSource schemas, SchemaKey key, Input whole, Input body) {
        if (!schemas.present()) {
            Lookup.Missing none = (Lookup.Missing) schemas.find(key);
            return new Decoded.Failed(none.reason());
        }
        Neighbours.Group beside = neighbours.of(whole);
        boolean wanted = whole.view() == View.GUESS;
        boolean theirs = beside.fitting(key);
        if (!theirs && !beside.mayAsk(key, whole) && !wanted) {
            return notAsked(key);
        }
        Lookup lookup = wanted ? schemas.find(key) : schemas.guess(key);
        if (lookup instanceof Lookup.Waiting waiting) {
            return new Decoded.Waiting(waiting.reason());
        } else if (lookup instanceof Lookup.Missing missing) {
            beside.saw(key, whole, false);
            return new Decoded.Failed(
                    missing.reason(),
                    false,
                    Aside.note(
                            missing.brief(), "begins as what a registry's serializer writes, but " + missing.reason()));
        }
        Lookup.Found found = (Lookup.Found) lookup;
        if (theirs || fits(found, whole)) {
            if (!theirs) {
                beside.fits(key);
            }
            return meant(WireFormat.read(found.schema(), body, MessageMark.AT_HEAD));
        }
        return foreign(key, found, whole, body, beside);
    }

    /** Reads by a schema of which no subject says that it is this topic's. */
    private static Decoded foreign(
            SchemaKey key, Lookup.Found found, Input whole, Input body, Neighbours.Group beside) {
        Schema schema = found.schema();
        Decoded decoded = WireFormat.read(schema, body, MessageMark.AT_HEAD);
        boolean read = decoded instanceof Decoded.Read;
        if (!schema.takesAnything()) {
            beside.saw(key, whole, read);
        }
        boolean untold = found.subjects() == null && read && !mayBeNumber(whole) && !schema.takesAnything();
        if (untold || beside.speakFor(key)) {
            return meant(decoded);
        }
        if (decoded instanceof Decoded.Read guess && whole.view() == View.GUESS) {
            return guess.beside(
                    Aside.note(doubt(found, whole.part()) + ": this is a guess").offering(View.GUESS));
        }
        return unfit(found, whole.part(), decoded);
    }

    private static Decoded meant(Decoded decoded) {
        return decoded instanceof Decoded.Failed failed ? failed.meant() : decoded;
    }

    private static boolean mayBeNumber(Input whole) {
        return whole.bytes().length() == Long.BYTES;
    }

    private static boolean fits(Lookup.Found found, Input whole) {
        RawRecord record = whole.record();
        return record == null
                || SubjectFit.fits(
                        found.subjects(),
                        found.schema().names(),
                        record.partition().topic(),
                        whole.part());
    }

    private static Decoded unfit(Lookup.Found found, RecordPart part, Decoded decoded) {
        String name = WireFormat.shortName(found.schema());
        if (decoded instanceof Decoded.Failed failed) {
            String reason = failed.reason();
            return new Decoded.Failed(
                    reason, false, Aside.note("not " + name, "begins as if it named " + name + ", but is " + reason));
        }
        String reason = doubt(found, part);
        return new Decoded.Failed(reason, false, Aside.note(name + "?", reason).offering(View.GUESS));
    }

    private static String doubt(Lookup.Found found, RecordPart part) {
        List<String> subjects = found.subjects();
        String of = subjects == null
                ? "of which the registry does not tell the subject"
                : subjects.isEmpty()
                        ? "which has no subject"
                        : "which belongs to "
                                + String.join(", ", subjects.subList(0, Math.min(MOST_SUBJECTS, subjects.size())))
                                + (subjects.size() > MOST_SUBJECTS
                                        ? " and " + (subjects.size() - MOST_SUBJECTS) + " more"
                                        : "");
        return "begins as if it named " + WireFormat.shortName(found.schema()) + ", " + of + " and not to the "
                + (part == RecordPart.KEY ? "keys" : "values") + " of this topic";
    }

    private static Decoded notAsked(SchemaKey key) {
        String reason = "begins as if it named schema " + key
                + ", but so many here name schemas that do not exist that the registry was not asked for it";
        return new Decoded.Failed(
                reason, false, Aside.note("no schema " + key + "?", reason).offering(View.GUESS));
    }
}
