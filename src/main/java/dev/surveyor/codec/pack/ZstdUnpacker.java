package dev.surveyor.codec.pack;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.surveyor.codec.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Zstandard frames (RFC 8878), one or several, with frames between them that say of themselves to be skipped. */
final class ZstdUnpacker extends FramedUnpacker {

    private static final byte[] MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    @Override
    public String name() {
        return "zstd";
    }

    @Override
    public @Nullable String mark(Slice bytes) {
        return Magic.begins(bytes, MAGIC) ? "begins with 28 B5 2F FD" : null;
    }

    @Override
    boolean begins(Slice bytes) {
        return Magic.begins(bytes, MAGIC) || SkippableFrame.begins(bytes);
    }

    @Override
    int piece(Slice bytes, UnpackedBytes out) throws IOException {
        if (SkippableFrame.begins(bytes)) {
            return SkippableFrame.pass(bytes, out);
        }
        int length = length(bytes);
        ByteArrayInputStream packed = new ByteArrayInputStream(bytes.data(), bytes.start(), length);
        try (ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(packed)) {
            StreamCopy.into(out, in);
        } catch (IOException broken) {
            throw new IOException(why(bytes, broken), broken);
        }
        return length;
    }

    /** Returns the length of the frame, all bytes where it does not end among them. */
    private static int length(Slice bytes) {
        try {
            long size = Zstd.findFrameCompressedSize(bytes.data(), bytes.start(), bytes.length());
            return Zstd.isError(size) ? bytes.length() : (int) size;
        } catch (ZstdException noEnd) {
            return bytes.length();
        }
    }

    private static String why(Slice bytes, IOException broken) {
        String message = String.valueOf(broken.getMessage());
        if (message.contains("Dictionary")) {
            return "it needs the dictionary " + Zstd.getDictIdFromFrame(bytes.bytes());
        }
        return message.contains("Truncated") ? "it breaks off" : "the packed data is broken (" + message + ")";
    }
}
