package dev.surveyor.service.files;

import java.nio.charset.StandardCharsets;

/** Names for files of topics and records. */
public final class FileNames {

    /**
     * The most bytes of a name. Most file systems take 255, those that encrypt names about 143; a name of a topic alone
     * may have 249.
     */
    static final int MOST_BYTES = 140;

    private static final String CUT = "..";

    private FileNames() {}

    /**
     * Returns a name that file systems take: without signs that one of them refuses, and cut in its middle where it is
     * too long.
     *
     * @param stem what may be cut, for instance a topic; may be empty
     * @param end what stays whole, for instance {@code -3-48207.jsonl}
     */
    public static String of(String stem, String end) {
        String plain = stem.replaceAll("[\\p{Cntrl}\"*/:<>?\\\\|]", "_");
        int room = MOST_BYTES - bytes(end);
        if (bytes(plain) <= room) {
            return plain + end;
        }
        int half = Math.max(0, (room - CUT.length()) / 2);
        return head(plain, half) + CUT + tail(plain, half) + end;
    }

    private static String head(String text, int most) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > most) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static String tail(String text, int most) {
        int begin = text.length();
        int used = 0;
        while (begin > 0) {
            int before = text.offsetByCodePoints(begin, -1);
            used += bytes(text.substring(before, begin));
            if (used > most) {
                break;
            }
            begin = before;
        }
        return text.substring(begin);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
