package dev.surveyor.codec.format;

import dev.surveyor.codec.ByteOrderMark;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML in UTF-8, checked to be well formed. Document types are refused, so nothing is fetched and no entity can grow. */
public final class XmlDecoder implements Decoder {

    private static final int DEEPEST = 1000;

    /** Checking takes several times the memory of the text. */
    private static final int LARGEST_CHECKED = 16 * 1024 * 1024;

    @Override
    public String name() {
        return "XML";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = ByteOrderMark.passedIn(input.bytes());
        int first = 0;
        while (first < bytes.length() && bytes.at(first) <= ' ' && bytes.at(first) >= 0) {
            first++;
        }
        if (first == bytes.length() || bytes.at(first) != '<') {
            return new Decoded.Failed("does not begin with <");
        }
        if (input.onlyBeginning()) {
            return new Decoded.Read(bytes, Decoded.Syntax.XML, true, "begins as XML", null);
        }
        if (bytes.length() > LARGEST_CHECKED) {
            return new Decoded.Read(bytes, Decoded.Syntax.XML, true, "begins as XML, too large to be checked", null);
        }
        Utf8Text whole = Utf8Text.of(bytes.from(first), bytes.length());
        if (!whole.valid()) {
            return new Decoded.Failed("not UTF-8 @" + (first + whole.firstError()));
        }
        String problem = problem(whole.text());
        if (problem != null) {
            return new Decoded.Failed(problem);
        }
        return new Decoded.Read(bytes, Decoded.Syntax.XML, true, "well-formed XML", null);
    }

    private static @Nullable String problem(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            return walk(reader);
        } catch (XMLStreamException broken) {
            String message = String.valueOf(broken.getMessage());
            String reason = message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            return String.format(Locale.ROOT, "line %d: %s", line, reason);
        }
    }

    private static @Nullable String walk(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return "a document type or an entity, which are not read";
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                return "nested deeper than " + DEEPEST + " levels";
            }
        }
        return null;
    }
}
