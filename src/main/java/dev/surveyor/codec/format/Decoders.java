package dev.surveyor.codec.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All formats that can be picked, and those that may be found without being told. */
public final class Decoders {

    private final List<Decoder> detected;
    private final List<Decoder> all;

    public Decoders() {
        List<Decoder> readable = List.of(new JsonDecoder(), new XmlDecoder(), new TextDecoder());
        this.detected = Stream.concat(Stream.of(new GzipDecoder(readable)), readable.stream())
                .toList();
        Stream<Decoder> told = Stream.of(
                new IntegerDecoder(1),
                new IntegerDecoder(2),
                new IntegerDecoder(4),
                new IntegerDecoder(8),
                new FloatDecoder(),
                new DoubleDecoder(),
                new UuidDecoder());
        this.all = Stream.concat(detected.stream(), told).toList();
    }

    /** Returns the formats that show themselves; four bytes that may be a number or a fraction are not guessed. */
    public List<Decoder> detected() {
        return detected;
    }

    /** Returns all formats, the ones that show themselves first. */
    public List<Decoder> all() {
        return all;
    }

    /** Returns the decoder of that name, if there is one. */
    public Optional<Decoder> named(String name) {
        return all.stream().filter(decoder -> decoder.name().equals(name)).findFirst();
    }
}
