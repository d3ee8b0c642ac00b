package dev.surveyor.codec.format;

import dev.surveyor.codec.ByteOrderMark;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;

/** JSON objects and lists; a lone word or number is text. */
public final class JsonDecoder implements Decoder {

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = ByteOrderMark.passedIn(input.bytes());
        if (!Json.looksLike(bytes)) {
            return new Decoded.Failed("does not begin as an object or a list");
        }
        if (input.onlyBeginning()) {
            return new Decoded.Read(bytes, Decoded.Syntax.JSON, true, "begins as JSON", null);
        }
        Json.Problem problem = Json.problemIn(bytes);
        return problem == null
                ? new Decoded.Read(
                        bytes,
                        Decoded.Syntax.JSON,
                        true,
                        bytes.length() == input.bytes().length()
                                ? "all of it is JSON"
                                : "JSON behind a byte order mark",
                        null)
                : new Decoded.Failed(problem.toString());
    }
}
