package dev.surveyor.codec.format;

import dev.surveyor.codec.ByteOrderMark;
import dev.surveyor.codec.Content;
import dev.surveyor.codec.Slice;

/** UTF-8. A few bytes that are not UTF-8 are marked; a text that is hardly one is no text. */
public final class TextDecoder implements Decoder {

    @Override
    public String name() {
        return "UTF-8";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = ByteOrderMark.passedIn(input.bytes());
        Slice looked = input.effort() == Input.Effort.PREVIEW ? bytes.first(input.maxBytes()) : bytes;
        Content content = Content.of(looked);
        return switch (content.kind()) {
            case JSON, TEXT -> new Decoded.Read(bytes, Decoded.Syntax.PLAIN, true, "valid UTF-8", null);
            case BROKEN_JSON ->
                new Decoded.Read(
                        bytes,
                        Decoded.Syntax.PLAIN,
                        true,
                        "valid UTF-8",
                        input.onlyBeginning() ? null : content.problem());
            case BROKEN_TEXT -> new Decoded.Read(bytes, Decoded.Syntax.PLAIN, true, "mostly UTF-8", content.problem());
            default -> new Decoded.Failed("too many bytes that are not UTF-8 or are control characters");
        };
    }
}
