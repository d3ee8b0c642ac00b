package dev.surveyor.codec.programs;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.domain.record.RawRecord;
import java.util.function.Function;

/**
 * A change of a table on its way to another key: what is new, what was before, or both in one record where the key stays,
 * and a byte at the end that says which. The same topics without that byte are of streams.
 *
 * <p>Source: {@code ChangedSerializer} and {@code ChangedDeserializer} of Kafka 3.4 to 4.4 (KIP-904).
 */
final class TableChangeDecoder extends ProgramDecoder {

    /** Behind a flag of 3 or more stands, before it, whether the change is the latest of its key. */
    private static final int WITH_LATEST = 3;

    private static final int MOST_FLAG = 5;

    private final Function<Input, Decoded> inside;

    TableChangeDecoder(Function<Input, Decoded> inside) {
        super("Streams table change", inside);
        this.inside = inside;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        return part == RecordPart.VALUE
                && mayEndInFlag(record)
                && StreamsTopic.repartition(record.partition().topic());
    }

    @Override
    boolean surely(String topic) {
        return StreamsTopic.repartitionOfTable(topic);
    }

    /** Returns whether the value ends as a change does and no text does. Very cheap. */
    static boolean mayEndInFlag(RawRecord record) {
        if (record.valueLength() < 1) {
            return false;
        }
        byte last = record.data()[record.valueStart() + record.valueLength() - 1];
        return last >= 0 && last <= MOST_FLAG;
    }

    @Override
    String read(Input input, ByteReader in, Wrapped out) {
        Slice all = input.bytes();
        int flag = all.at(all.length() - 1);
        if (flag < 0 || flag > MOST_FLAG) {
            throw new UndecodableException("ends in " + (flag & 0xff) + ", which says nothing of a change");
        }
        boolean latest = flag >= WITH_LATEST;
        int added = latest ? 2 : 1;
        if (in.left() < added) {
            throw new UndecodableException("ends in the middle of a value");
        }
        String words = values(flag % WITH_LATEST, in, added, out);
        if (latest) {
            int told = in.octet();
            if (told > 1) {
                throw new UndecodableException(told + " says nothing of the latest change");
            }
            out.bool("latest", told == 1);
        }
        refuseOther(input, out);
        return words;
    }

    private static String values(int kind, ByteReader in, int added, Wrapped out) {
        switch (kind) {
            case 0 -> {
                out.bytes("old", in.take(in.left() - added));
                return "taken from this key";
            }
            case 1 -> {
                out.bytes("new", in.take(in.left() - added));
                return "added to this key";
            }
            default -> {
                long length = in.zigzag();
                if (length > in.left() - added) {
                    throw new UndecodableException("claims " + length + " bytes where " + in.left() + " are left");
                }
                out.bytes("new", in.take(length));
                out.bytes("old", in.take(in.left() - added));
                return "changed within this key";
            }
        }
    }

    /**
     * Where the topic's name does not say that it is of a table, the value must not be readable as it stands, and what is
     * inside has to be readable or a number.
     */
    private void refuseOther(Input input, Wrapped out) {
        RawRecord record = input.record();
        if (input.chosen()
                || (record != null
                        && StreamsTopic.repartitionOfTable(record.partition().topic()))) {
            return;
        }
        boolean whole = inside.apply(input.unpacked(input.bytes(), true)) instanceof Decoded.Read read
                && read.problem() == null
                && read.syntax() != Decoded.Syntax.PLAIN;
        if (whole || (out.unread() && !number(input.bytes().length()))) {
            throw new UndecodableException("the name of the topic does not say that it is of a table");
        }
    }

    /** Whether so many bytes can be one or two numbers with the flag. */
    private static boolean number(int length) {
        return length == Integer.BYTES + 1
                || length == Long.BYTES + 1
                || length == 2 * Integer.BYTES + 2
                || length == 2 * Long.BYTES + 2;
    }
}
