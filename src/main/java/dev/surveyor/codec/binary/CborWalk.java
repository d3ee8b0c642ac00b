package dev.surveyor.codec.binary;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/**
 * One pass over one item of CBOR. Tags that a JSON number or text says as well are read over and named in the notes; any
 * other is written as {@code {"$tag":32,"value":…}}. As deep as a document may be nested, and no deeper.
 */
final class CborWalk {

    private static final int MOST_TAGS = 64;

    private final ByteReader in;
    private final BoundedJsonWriter out;
    private final Notes notes;
    private int tags;

    CborWalk(Slice bytes, BoundedJsonWriter out, Notes notes) {
        this.in = new ByteReader(bytes);
        this.out = out;
        this.notes = notes;
    }

    /** Reads one item; bytes behind it are a problem where the format is known, and the end else. */
    void whole(boolean wanted) {
        value(CborItem.next(in));
        if (in.left() > 0) {
            Notes.behind(out, in.take(in.left()), wanted);
        }
    }

    private void value(CborItem item) {
        switch (item.type()) {
            case CborItem.UNSIGNED, CborItem.NEGATIVE -> out.literal(item.digits());
            case CborItem.BYTES -> notes.binary(out, item.bytes(in));
            case CborItem.TEXT -> out.string(item.text(in));
            case CborItem.ARRAY -> list(item);
            case CborItem.MAP -> map(item);
            case CborItem.TAG -> tag(item.argument());
            default -> simple(item);
        }
    }

    private void list(CborItem list) {
        long left = list.indefinite() ? Long.MAX_VALUE : list.count(in);
        out.startArray();
        for (long i = 0; i < left; i++) {
            CborItem element = CborItem.next(in);
            if (list.indefinite() && element.isBreak()) {
                break;
            }
            value(element);
        }
        out.endArray();
    }

    private void map(CborItem map) {
        long left = map.indefinite() ? Long.MAX_VALUE : map.count(in);
        out.startObject();
        for (long i = 0; i < left; i++) {
            CborItem key = CborItem.next(in);
            if (map.indefinite() && key.isBreak()) {
                break;
            }
            if (key.type() == CborItem.TEXT) {
                out.name(key.text(in));
            } else {
                notes.add(Notes.KEYS);
                out.name(CborKey.read(key, in));
            }
            value(CborItem.next(in));
        }
        out.endObject();
    }

    private void simple(CborItem item) {
        switch (item.info()) {
            case 20 -> out.bool(false);
            case 21 -> out.bool(true);
            case 22 -> out.nothing();
            case 23 -> out.startObject().name("$undefined").bool(true).endObject();
            case 25 -> notes.number(out, item.half());
            case 26 -> notes.number(out, Float.intBitsToFloat((int) item.argument()));
            case 27 -> notes.number(out, Double.longBitsToDouble(item.argument()));
            case 31 -> throw new UndecodableException("an end where a value should be @" + in.position());
            default -> out.startObject().name("$simple").number(item.argument()).endObject();
        }
    }

    private void tag(long tag) {
        if (++tags > MOST_TAGS) {
            throw new UndecodableException("more than " + MOST_TAGS + " tags around one value");
        }
        CborItem item = CborItem.next(in);
        if (tag == 55_799) {
            value(item);
        } else if ((tag == 2 || tag == 3) && item.type() == CborItem.BYTES) {
            out.literal(CborItem.bigNumber(tag == 3, item.bytes(in)).toString());
        } else if (tag == 4 && item.type() == CborItem.ARRAY && !item.indefinite() && item.argument() == 2) {
            decimal(item);
        } else if (tag == 37 && item.type() == CborItem.BYTES && !item.indefinite() && item.argument() == 16) {
            notes.add("tag 37 (UUID) as text");
            out.string(new UUID(in.bigEndian(Long.BYTES), in.bigEndian(Long.BYTES)).toString());
        } else {
            tagged(tag, item);
        }
        tags--;
    }

    private void tagged(long tag, CborItem item) {
        String meaning = item.type() == CborItem.TEXT ? textTag(tag) : numberTag(tag, item);
        if (meaning.isEmpty()) {
            out.startObject().name("$tag").literal(Long.toUnsignedString(tag)).name("value");
            value(item);
            out.endObject();
        } else {
            notes.add("tag " + tag + " (" + meaning + ") read over");
            value(item);
        }
    }

    private static String textTag(long tag) {
        return switch ((int) Math.min(tag & Long.MAX_VALUE, Integer.MAX_VALUE)) {
            case 0 -> "time as text";
            case 32 -> "address";
            case 33 -> "base64url";
            case 34 -> "base64";
            case 35 -> "regular expression";
            case 36 -> "MIME message";
            default -> "";
        };
    }

    private static String numberTag(long tag, CborItem item) {
        boolean number = item.type() <= CborItem.NEGATIVE || (item.type() == 7 && item.info() >= 25);
        return tag == 1 && number ? "seconds since 1970" : "";
    }

    /** A decimal fraction: its exponent and its whole digits (RFC 8949, 3.4.4). */
    private void decimal(CborItem pair) {
        pair.count(in);
        CborItem exponent = CborItem.next(in);
        CborItem digits = CborItem.next(in);
        BigInteger whole;
        if (digits.type() == CborItem.TAG && (digits.argument() == 2 || digits.argument() == 3)) {
            CborItem bytes = CborItem.next(in);
            if (bytes.type() != CborItem.BYTES) {
                throw new UndecodableException("a decimal fraction without digits @" + in.position());
            }
            whole = CborItem.bigNumber(digits.argument() == 3, bytes.bytes(in));
        } else if (digits.type() <= CborItem.NEGATIVE) {
            whole = new BigInteger(digits.digits());
        } else {
            throw new UndecodableException("a decimal fraction without digits @" + in.position());
        }
        if (exponent.type() > CborItem.NEGATIVE
                || exponent.argument() < 0
                || exponent.argument() >= Integer.MAX_VALUE) {
            throw new UndecodableException("a decimal fraction whose exponent is no number of 32 bits");
        }
        out.literal(new BigDecimal(whole, -Integer.parseInt(exponent.digits())).toString());
    }
}
