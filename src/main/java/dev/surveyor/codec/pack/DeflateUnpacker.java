package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The two envelopes of deflate: gzip (RFC 1952), of which several may follow one another, and zlib (RFC 1950), which
 * begins with two bytes only. The checksum behind is compared in both.
 */
final class DeflateUnpacker extends FramedUnpacker {

    static final Unpacker GZIP = new DeflateUnpacker(true);
    static final Unpacker ZLIB = new DeflateUnpacker(false);

    private static final int HAS_HEADER_SUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int TRAILER = 8;

    private final boolean gzip;

    private DeflateUnpacker(boolean gzip) {
        this.gzip = gzip;
    }

    @Override
    public String name() {
        return gzip ? "gzip" : "zlib";
    }

    @Override
    public boolean weak() {
        return !gzip;
    }

    @Override
    public @Nullable String mark(Slice bytes) {
        if (!begins(bytes)) {
            return null;
        }
        return gzip ? "begins with 1F 8B" : "begins with 78 and its check bits";
    }

    @Override
    boolean begins(Slice bytes) {
        if (bytes.length() < 2) {
            return false;
        }
        int first = bytes.at(0) & 0xff;
        int second = bytes.at(1) & 0xff;
        return gzip ? first == 0x1f && second == 0x8b : zlib(first, second);
    }

    /** Returns whether the two bytes begin zlib with a window of 32 KiB and without a dictionary, as nearly all do. */
    static boolean zlib(int first, int second) {
        return first == 0x78 && (second & 0x20) == 0 && (first << 8 | second) % 31 == 0;
    }

    @Override
    int piece(Slice bytes, UnpackedBytes out) throws IOException {
        int header = gzip ? header(bytes) : 0;
        Inflater inflater = new Inflater(gzip);
        try {
            CRC32 sum = new CRC32();
            long size = 0;
            inflater.setInput(bytes.data(), bytes.start() + header, bytes.length() - header);
            byte[] chunk = new byte[8 * 1024];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    throw new IOException(inflater.needsDictionary() ? "it needs a dictionary" : "it breaks off");
                }
                sum.update(chunk, 0, count);
                size += count;
                out.add(chunk, count);
                if (out.full()) {
                    return bytes.length();
                }
            }
            int end = bytes.length() - inflater.getRemaining();
            return gzip ? trailer(bytes, end, sum.getValue(), size) : end;
        } catch (DataFormatException broken) {
            throw new IOException("the packed data is broken", broken);
        } finally {
            inflater.end();
        }
    }

    private static int header(Slice bytes) throws IOException {
        ByteReader in = new ByteReader(bytes);
        in.take(2);
        int method = in.octet();
        int flags = in.octet();
        if (method != 8 || (flags & RESERVED) != 0) {
            throw new IOException("it is packed by a method that gzip does not have");
        }
        in.take(6);
        if ((flags & HAS_EXTRA) != 0) {
            in.take(in.octet() | in.octet() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            passText(in);
        }
        if ((flags & HAS_COMMENT) != 0) {
            passText(in);
        }
        if ((flags & HAS_HEADER_SUM) != 0) {
            in.take(2);
        }
        return in.position();
    }

    private static void passText(ByteReader in) {
        int octet;
        do {
            octet = in.octet();
        } while (octet != 0);
    }

    private static int trailer(Slice bytes, int at, long sum, long size) throws IOException {
        if (bytes.length() - at < TRAILER) {
            throw new IOException("it breaks off within its checksum");
        }
        ByteReader in = new ByteReader(bytes.from(at));
        if ((in.fixed32() & 0xffff_ffffL) != sum) {
            throw new IOException("its checksum is wrong");
        }
        if (in.fixed32() != (int) size) {
            throw new IOException("its size is wrong");
        }
        return at + TRAILER;
    }
}
