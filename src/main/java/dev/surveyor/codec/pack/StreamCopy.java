package dev.surveyor.codec.pack;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream piece by piece, so that what came before a failure is kept. */
final class StreamCopy {

    private StreamCopy() {}

    /** Adds what the stream gives, to its end or until there is enough. */
    static void into(UnpackedBytes out, InputStream in) throws IOException {
        byte[] chunk = new byte[8 * 1024];
        int count = in.read(chunk);
        while (count >= 0) {
            out.add(chunk, count);
            if (out.full()) {
                return;
            }
            count = in.read(chunk);
        }
    }
}
