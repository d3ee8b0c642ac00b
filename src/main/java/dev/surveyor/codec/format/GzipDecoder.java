package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Values that are compressed with gzip: unpacked up to the limit, then read as JSON, XML or text. */
public final class GzipDecoder implements Decoder {

    private final List<Decoder> inner;

    /** Reads what is unpacked with the first of these decoders that can. */
    public GzipDecoder(List<Decoder> inner) {
        this.inner = List.copyOf(inner);
    }

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        if (bytes.length() < 2 || bytes.at(0) != 0x1f || bytes.at(1) != (byte) 0x8b) {
            return new Decoded.Failed("does not begin with 1F 8B");
        }
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(bytes.data(), bytes.start(), bytes.length()))) {
            byte[] unpacked = in.readNBytes(maxBytes);
            boolean complete = in.read() < 0;
            return read(Slice.of(unpacked), maxBytes, complete);
        } catch (IOException broken) {
            return new Decoded.Failed(String.valueOf(broken.getMessage()));
        }
    }

    private Decoded read(Slice unpacked, int maxBytes, boolean complete) {
        for (Decoder decoder : inner) {
            if (decoder.decode(unpacked, maxBytes) instanceof Decoded.Read readable) {
                return new Decoded.Read(readable.text(), readable.syntax(), readable.complete() && complete);
            }
        }
        String size = complete ? unpacked.length() + " bytes" : "more than " + unpacked.length() + " bytes";
        return new Decoded.Failed("holds " + size + " that are neither JSON, XML nor text");
    }
}
