package dev.surveyor.service.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * User and password as they stand in an address, {@code http://user:password@host}. The text form hides the password.
 *
 * @param address the address without them
 * @param user may be empty
 * @param password empty where there is none
 */
public record AddressLogin(String address, String user, String password) {

    private static final Pattern LOGIN =
            Pattern.compile("(\\s*[a-zA-Z][a-zA-Z0-9+.\\-]*://)([^/?#\\s,:@]*)(?::([^/?#\\s,]*))?@([^@]*)");
    private static final Pattern WITH_PASSWORD =
            Pattern.compile("[a-zA-Z][a-zA-Z0-9+.\\-]*://[^/?#\\s,:@]*:[^/?#\\s,]+@");

    /** Returns what stands in the address; empty where it is without a login. */
    public static Optional<AddressLogin> in(String address) {
        Matcher matcher = LOGIN.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String password = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(
                new AddressLogin(matcher.group(1) + matcher.group(4), decoded(matcher.group(2)), decoded(password)));
    }

    /** Returns whether an address with a password is anywhere in the text. */
    public static boolean holdsPassword(String text) {
        return WITH_PASSWORD.matcher(text).find();
    }

    /** Percent signs stand for what an address may not hold; a plus is a plus here. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    @Override
    public String toString() {
        return address + " for " + user;
    }
}
