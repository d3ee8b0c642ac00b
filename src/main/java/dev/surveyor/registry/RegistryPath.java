package dev.surveyor.registry;

import java.nio.charset.StandardCharsets;

/** Makes paths of names that may hold anything: a space is {@code %20} there, and a plus sign is not a space. */
final class RegistryPath {

    private static final String PLAIN = "-._~";

    private RegistryPath() {}

    /** Returns the path of its parts, each encoded by itself, beginning with a slash (RFC 3986, section 3.3). */
    static String of(Object... parts) {
        StringBuilder path = new StringBuilder();
        for (Object part : parts) {
            path.append('/');
            for (byte octet : part.toString().getBytes(StandardCharsets.UTF_8)) {
                if (plain(octet)) {
                    path.append((char) octet);
                } else {
                    path.append('%').append(digit(octet >> 4)).append(digit(octet));
                }
            }
        }
        return path.toString();
    }

    private static boolean plain(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || PLAIN.indexOf(octet) >= 0;
    }

    private static char digit(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
    }
}
