package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;

/** UTF-8, every byte of it. */
public final class TextDecoder implements Decoder {

    @Override
    public String name() {
        return "Text";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        Utf8Text text = Utf8Text.of(bytes, maxBytes);
        if (!text.valid()) {
            return new Decoded.Failed("not UTF-8 @" + text.firstError());
        }
        if (text.controls() > 0) {
            return new Decoded.Failed("control characters in the text, " + text.controls());
        }
        return new Decoded.Read(text.text(), Decoded.Syntax.PLAIN, text.complete());
    }
}
