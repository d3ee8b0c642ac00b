package dev.surveyor.codec.pack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.jspecify.annotations.Nullable;

/** A format that is read as a stream, and of which no more is read than may be shown. */
final class StreamUnpacker implements Unpacker {

    static final Unpacker GZIP = new StreamUnpacker("gzip", GZIPInputStream::new, 0x1f, 0x8b);
    static final Unpacker ZSTD = new StreamUnpacker("zstd", ZstdInputStreamNoFinalizer::new, 0x28, 0xb5, 0x2f, 0xfd);
    static final Unpacker LZ4 = new StreamUnpacker("lz4", LZ4FrameInputStream::new, 0x04, 0x22, 0x4d, 0x18);

    private final String name;
    private final Opener opener;
    private final byte[] magic;

    /** Opens a stream that unpacks another. */
    private interface Opener {
        InputStream open(InputStream packed) throws IOException;
    }

    private StreamUnpacker(String name, Opener opener, int... magic) {
        this.name = name;
        this.opener = opener;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String mark(Slice bytes) {
        return Magic.begins(bytes, magic) ? "begins with " + Hex.spaced(Slice.of(magic), magic.length) : null;
    }

    @Override
    public Unpacked unpack(Slice bytes, int maxBytes) throws IOException {
        InputStream packed = new ByteArrayInputStream(bytes.data(), bytes.start(), bytes.length());
        try (InputStream in = opener.open(packed)) {
            byte[] content = in.readNBytes(maxBytes);
            return new Unpacked(Slice.of(content), content.length < maxBytes || in.read() < 0);
        } catch (EOFException breaksOff) {
            throw new IOException("it breaks off", breaksOff);
        } catch (RuntimeException broken) {
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
