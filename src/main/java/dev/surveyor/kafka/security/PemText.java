package dev.surveyor.kafka.security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with blocks between {@code -----BEGIN X-----} and {@code -----END X-----}: certificates and keys. */
public final class PemText {

    /** The client properties whose values are such text. */
    private static final Set<String> PROPERTIES =
            Set.of("ssl.truststore.certificates", "ssl.keystore.certificate.chain", "ssl.keystore.key");

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** A header inside a block, for instance {@code Proc-Type: 4,ENCRYPTED}; base 64 has no colon. */
    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z0-9-]+:.*$");

    /** White space, or what stands for the end of a line in JSON, YAML or a shell. */
    private static final Pattern LINE_ENDS = Pattern.compile("\\\\r|\\\\n|\\s");

    private static final int LINE = 64;

    private PemText() {}

    /** Returns whether the values of a client property are such text. */
    public static boolean isValueOf(String property) {
        return PROPERTIES.contains(property);
    }

    /**
     * Returns the text with the ends of its lines put back where they were lost, as a field of one line or a copy out of
     * JSON loses them: the clients want white space around each block. A text without a block comes back as it is.
     */
    public static String withLineEnds(String text) {
        StringBuilder whole = new StringBuilder();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String body = block.group(2);
            whole.append("-----BEGIN ").append(block.group(1)).append("-----\n");
            whole.append(HEADER.matcher(body).find() ? body.strip() + "\n" : lines(body));
            whole.append("-----END ").append(block.group(1)).append("-----\n");
        }
        return whole.isEmpty() ? text : whole.toString();
    }

    private static String lines(String body) {
        String base64 = LINE_ENDS.matcher(body).replaceAll("");
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < base64.length(); at += LINE) {
            lines.append(base64, at, Math.min(base64.length(), at + LINE)).append('\n');
        }
        return lines.toString();
    }

    /** Returns the blocks of the text, in their order. */
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    /**
     * A block.
     *
     * @param label for instance {@code RSA PRIVATE KEY}
     * @param body what stands between the lines of its label
     */
    record Block(String label, String body) {

        boolean isCertificate() {
            return label.contains("CERTIFICATE") && !label.contains("REQUEST");
        }

        boolean isPrivateKey() {
            return label.endsWith("PRIVATE KEY");
        }

        /** Returns whether a header says that the body is encrypted, as keys of the older forms do. */
        boolean encryptedByHeader() {
            return body.contains("ENCRYPTED");
        }

        /**
         * Returns the bytes.
         *
         * @throws IllegalArgumentException where the body is not base 64
         */
        byte[] bytes() {
            String base64 =
                    LINE_ENDS.matcher(HEADER.matcher(body).replaceAll("")).replaceAll("");
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
