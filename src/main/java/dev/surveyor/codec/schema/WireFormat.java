package dev.surveyor.codec.schema;

import dev.surveyor.codec.Json;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.domain.record.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * Payloads written with a schema registry: behind a zero byte and the schema's id, or with a header of the record that
 * names the schema. Where the user chose this format, or a header names the schema, it is meant; of payloads that only
 * begin so, {@link Guessing} decides.
 *
 * <p>Source: Confluent's documentation, "Wire format"; Apicurio's {@code DefaultIdHandler}, {@code
 * Legacy4ByteIdHandler} (2.6) and {@code Default4ByteIdHandler}, {@code Legacy8ByteIdHandler} (3.0).
 */
public final class WireFormat implements Decoder {

    private final SchemaSource schemas;
    private final @Nullable Guessing guessing;

    /** Makes the decoder of payloads that are known to be written so. */
    public WireFormat(SchemaSource schemas) {
        this(schemas, null);
    }

    private WireFormat(SchemaSource schemas, @Nullable Guessing guessing) {
        this.schemas = schemas;
        this.guessing = guessing;
    }

    /** Returns the decoder of payloads of which nothing is known, which learns from them. */
    public WireFormat detecting(Guessing by) {
        return new WireFormat(schemas, by);
    }

    @Override
    public String name() {
        return "Schema registry";
    }

    /** Returns whether a header of the record names the schema of that part. */
    public static boolean inHeader(RawRecord record, RecordPart part) {
        return SchemaHeaders.in(record, part);
    }

    @Override
    public Decoded decode(Input input) {
        RawRecord record = input.record();
        SchemaHeaders headers = record == null || input.depth() > 0 ? null : SchemaHeaders.of(record, input.part());
        if (headers != null) {
            Lookup lookup = schemas.find(headers.key());
            return orJson(input, meant(lookup, input, headers.mark()));
        }
        Decoded.Failed failed = null;
        for (WirePrefix prefix : WirePrefix.of(input.bytes())) {
            Decoded decoded = behind(prefix, input);
            if (!(decoded instanceof Decoded.Failed another)) {
                return decoded;
            }
            failed = failed == null || failed.aside().views().isEmpty() ? another : failed;
        }
        return failed == null ? new Decoded.Failed("does not begin with a zero byte and the id of a schema") : failed;
    }

    private Decoded behind(WirePrefix prefix, Input input) {
        SchemaKey key = prefix.key();
        if (key == null) {
            return new Decoded.Failed(prefix.why());
        }
        Input body = input.with(input.bytes().from(prefix.length()));
        Decoded decoded = guessing == null
                ? meant(schemas.find(key), body, MessageMark.AT_HEAD)
                : guessing.decode(schemas, key, input, body);
        return orJson(body, decoded);
    }

    private Decoded meant(Lookup lookup, Input body, MessageMark mark) {
        if (lookup instanceof Lookup.Found found) {
            Decoded decoded = read(found.schema(), body, mark);
            return decoded instanceof Decoded.Failed failed ? failed.meant() : decoded;
        } else if (lookup instanceof Lookup.Waiting waiting) {
            return new Decoded.Waiting(waiting.reason());
        }
        Lookup.Missing missing = (Lookup.Missing) lookup;
        return new Decoded.Failed(missing.reason(), schemas.present(), Aside.brief(missing.brief()));
    }

    static Decoded read(Schema schema, Input body, MessageMark mark) {
        Decoded decoded = schema.decodeFramed(body, mark);
        if (!(decoded instanceof Decoded.Failed failed)) {
            return decoded;
        }
        String reason = body.bytes().isEmpty() ? schema.title() + " is named, but nothing follows" : failed.reason();
        return new Decoded.Failed(reason, failed.marked(), Aside.brief("not " + shortName(schema)));
    }

    /** Returns what a schema is called without its places. */
    static String shortName(Schema schema) {
        String title = schema.title();
        int places = title.indexOf(" (");
        return places < 0 ? title : title.substring(0, places);
    }

    /**
     * JSON can be read without its schema; that it could not be had is said beside it. A filter waits for a schema all
     * the same, since it may say that the JSON is Avro's.
     */
    private static Decoded orJson(Input body, Decoded decoded) {
        boolean unread = decoded instanceof Decoded.Failed
                || (decoded instanceof Decoded.Waiting && body.effort() != Input.Effort.TEXT);
        if (!unread || !Json.looksLike(body.bytes()) || (!body.onlyBeginning() && !Json.valid(body.bytes()))) {
            return decoded;
        }
        String reason = decoded instanceof Decoded.Failed failed
                ? failed.reason()
                : decoded instanceof Decoded.Waiting waiting ? waiting.reason() : "";
        boolean meant = decoded instanceof Decoded.Failed failed && failed.marked();
        String where = body.bytes().start() == startOf(body) ? "JSON" : "JSON behind the id of a schema";
        return new Decoded.Read(
                body.bytes(),
                Decoded.Syntax.JSON,
                true,
                where,
                meant ? reason : null,
                meant ? Aside.NONE : Aside.note(reason));
    }

    private static int startOf(Input input) {
        RawRecord record = input.record();
        return record == null ? -1 : input.part() == RecordPart.KEY ? record.keyStart() : record.valueStart();
    }
}
