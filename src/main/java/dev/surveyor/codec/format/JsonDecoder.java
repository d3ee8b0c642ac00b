package dev.surveyor.codec.format;

import dev.surveyor.codec.Json;
import dev.surveyor.codec.PrettyJson;
import dev.surveyor.codec.Slice;

/** JSON objects and lists; a lone word or number is text. */
public final class JsonDecoder implements Decoder {

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        if (!Json.looksLike(bytes)) {
            return new Decoded.Failed("does not begin as an object or a list");
        }
        PrettyJson json = PrettyJson.of(bytes, maxBytes);
        Json.Problem problem = json.problem();
        return problem == null
                ? new Decoded.Read(json.text(), Decoded.Syntax.JSON, json.complete())
                : new Decoded.Failed(problem.toString());
    }
}
