package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where the fields of one message begin, without having read them; those of one number are chained. */
final class ProtobufFields {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int GROUP = 3;
    static final int END_OF_GROUP = 4;
    static final int FIXED32 = 5;

    private static final int NONE = -1;
    private static final int MOST_NUMBERS = 100_000;

    private final Slice bytes;
    private int[] tags = new int[8];
    private int[] starts = new int[8];
    private int[] nexts = new int[8];
    private int count;
    private final Map<Integer, int[]> firstAndLast = new HashMap<>();

    private ProtobufFields(Slice bytes) {
        this.bytes = bytes;
    }

    /** Finds the fields; what is no message is refused. */
    static ProtobufFields scan(Slice bytes) {
        ProtobufFields fields = new ProtobufFields(bytes);
        ByteReader in = new ByteReader(bytes);
        while (in.left() > 0) {
            int where = in.position();
            int tag = tag(in);
            if ((tag & 7) == END_OF_GROUP) {
                throw new UndecodableException("the end of a group without its beginning @" + where);
            }
            fields.add(tag, in.position());
            skip(in, tag, 0);
        }
        return fields;
    }

    /** Reads a group to its end and returns what is inside. */
    static Slice group(ByteReader in, int number) {
        int from = in.position();
        int[] end = new int[1];
        skipGroup(in, number, 0, end);
        return in.between(from, end[0]);
    }

    int count() {
        return count;
    }

    int number(int index) {
        return tags[index] >>> 3;
    }

    int wireType(int index) {
        return tags[index] & 7;
    }

    /** Returns a reader at the value of the field. */
    ByteReader reader(int index) {
        return new ByteReader(bytes.from(starts[index]));
    }

    boolean firstOfItsNumber(int index) {
        return ends(number(index))[0] == index;
    }

    /** Returns the next field of the same number, -1 for none. */
    int next(int index) {
        return nexts[index];
    }

    int last(int index) {
        return ends(number(index))[1];
    }

    /** Returns the first field of a number, which is there. */
    int first(int number) {
        return ends(number)[0];
    }

    /** Returns the last field of a number, -1 for none. */
    int find(int number) {
        int[] ends = firstAndLast.get(number);
        return ends == null ? NONE : ends[1];
    }

    private int[] ends(int number) {
        int[] ends = firstAndLast.get(number);
        if (ends == null) {
            throw new IllegalStateException("field " + number + " was not scanned");
        }
        return ends;
    }

    private void add(int tag, int start) {
        if (count == tags.length) {
            int larger = count + (count >> 1);
            tags = Arrays.copyOf(tags, larger);
            starts = Arrays.copyOf(starts, larger);
            nexts = Arrays.copyOf(nexts, larger);
        }
        tags[count] = tag;
        starts[count] = start;
        nexts[count] = NONE;
        int[] ends = firstAndLast.get(tag >>> 3);
        if (ends == null) {
            if (firstAndLast.size() == MOST_NUMBERS) {
                throw new UndecodableException("more than " + MOST_NUMBERS + " different fields");
            }
            firstAndLast.put(tag >>> 3, new int[] {count, count});
        } else {
            nexts[ends[1]] = count;
            ends[1] = count;
        }
        count++;
    }

    private static int tag(ByteReader in) {
        int where = in.position();
        long tag = in.varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw new UndecodableException("no field has the number " + (tag >>> 3) + " @" + where);
        }
        return (int) tag;
    }

    private static void skip(ByteReader in, int tag, int depth) {
        switch (tag & 7) {
            case VARINT -> in.varint();
            case FIXED64 -> in.take(8);
            case LENGTH -> in.take(in.varint());
            case GROUP -> skipGroup(in, tag >>> 3, depth, new int[1]);
            case FIXED32 -> in.take(4);
            default -> throw new UndecodableException("the unknown wire type " + (tag & 7) + " @" + in.position());
        }
    }

    private static void skipGroup(ByteReader in, int number, int depth, int[] end) {
        if (depth == BoundedJsonWriter.MAX_DEPTH) {
            throw new UndecodableException("groups nested deeper than " + BoundedJsonWriter.MAX_DEPTH + " levels");
        }
        while (true) {
            int where = in.position();
            int tag = tag(in);
            if ((tag & 7) == END_OF_GROUP) {
                if (tag >>> 3 != number) {
                    throw new UndecodableException("the end of another group @" + where);
                }
                end[0] = where;
                return;
            }
            skip(in, tag, depth + 1);
        }
    }
}
