package dev.surveyor.codec.snippet;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.time.Times;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command for a shell (bash, zsh) that sends a record again with kcat. Tried with kcat 1.7.1: an empty message is sent
 * only with a key delimiter, {@code -Z} makes an empty value null and an empty key null unless {@code -k ''} is given too.
 */
public final class KcatLine {

    /** kcat refuses more than this unless it is told. */
    private static final int LARGEST_BY_DEFAULT = 1_000_000;

    private static final String SAFE_WORD = "[A-Za-z0-9_.,:/@%+=-]+";

    private final String bootstrapServers;

    public KcatLine(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns the command that reads just this record and prints it as JSON. */
    public String reading(ConsumedRecord record) {
        return "kcat -C" + place(record) + " -o " + record.offset() + " -c 1 -e -J";
    }

    /** Returns the command that sends the record again, below lines that say what it cannot send. */
    public String sending(ConsumedRecord record) {
        Slice key = Slice.of(record, RecordPart.KEY);
        Slice value = Slice.of(record, RecordPart.VALUE);
        List<String> remarks = new ArrayList<>();
        remarks.add(record.reference() + ", " + time(record) + "; kcat cannot set the timestamp");
        String options = keyOptions(key, value, remarks) + headers(record, remarks);
        if (record.data().length > LARGEST_BY_DEFAULT / 2) {
            options += " -X message.max.bytes=" + Math.min(1_000_000_000L, record.data().length * 2L);
        }
        boolean keyed = !key.isNull() || value.length() == 0;
        KcatDelimiters delimiters = KcatDelimiters.of(key, value, keyed);
        String format = printf(key)
                + (keyed ? printf(slice(delimiters.key())) : "")
                + printf(value)
                + printf(slice(delimiters.message()));
        String input = (format.startsWith("-") ? "printf -- '" : "printf '") + format + "'";
        String line = input + " | kcat -P" + place(record) + " -c 1"
                + (keyed ? " -K " + word(delimiters.key()) : "")
                + (delimiters.message().equals("\n") ? "" : " -D " + word(delimiters.message())) + options;
        return remarks.stream().map(remark -> "# " + remark + "\n").collect(Collectors.joining()) + line;
    }

    private String place(ConsumedRecord record) {
        return " -b " + word(bootstrapServers) + " -t "
                + word(record.partition().topic()) + " -p " + record.partition().partition();
    }

    private static String time(ConsumedRecord record) {
        return record.timestampType() + " " + Times.iso(record);
    }

    private static String keyOptions(Slice key, Slice value, List<String> remarks) {
        if (key.isNull() && value.isEmpty()) {
            remarks.add("kcat cannot send an empty value with a null key: the key will be empty");
        }
        if (!value.isNull()) {
            return "";
        }
        return key.isEmpty() ? " -k '' -Z" : " -Z";
    }

    private static String headers(ConsumedRecord record, List<String> remarks) {
        StringBuilder out = new StringBuilder();
        for (RecordHeader header : record.headers()) {
            byte[] value = header.value();
            if (header.key().isEmpty()
                    || header.key().indexOf('=') >= 0
                    || header.key().indexOf('\0') >= 0) {
                remarks.add("kcat cannot send the header named " + SourceText.literal(header.key()) + ": left out");
            } else if (value != null && contains(value, (byte) 0)) {
                remarks.add("kcat cannot send a zero byte in a header: " + SourceText.literal(header.key())
                        + " is left out");
            } else {
                out.append(" -H ").append(argument(header.keyInBytes(), value));
            }
        }
        return out.toString();
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte octet : bytes) {
            if (octet == wanted) {
                return true;
            }
        }
        return false;
    }

    private static String argument(byte[] name, byte @Nullable [] value) {
        byte[] all = Arrays.copyOf(name, name.length + (value == null ? 0 : value.length + 1));
        if (value != null) {
            all[name.length] = '=';
            System.arraycopy(value, 0, all, name.length + 1, value.length);
        }
        return word(all);
    }

    private static String word(String text) {
        return word(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a word of the shell: bare, in quotes, or with escapes where there is more than printable ASCII. */
    private static String word(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.matches(SAFE_WORD)) {
            return text;
        }
        boolean printable = text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return printable ? "'" + text.replace("'", "'\\''") + "'" : "$'" + escaped(bytes, false) + "'";
    }

    private static String printf(Slice bytes) {
        return escaped(bytes.bytes(), true);
    }

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(byte[] bytes, boolean format) {
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (byte octet : bytes) {
            int c = octet & 0xff;
            if (c == '\\') {
                out.append("\\\\");
            } else if (c == '%' && format) {
                out.append("%%");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < 0x20 || c >= 0x7f || c == '\'') {
                out.append('\\')
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + (c >> 3 & 7)))
                        .append((char) ('0' + (c & 7)));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
