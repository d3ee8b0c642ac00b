package dev.surveyor.domain.connection;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What kind of cluster it is, as a word and a colour.
 *
 * @param name the word, for instance {@code Production}
 * @param tag at most four capitals for narrow places, for instance {@code PROD}
 * @param color the band's colour as {@code #RRGGBB}, dark enough for white text
 */
public record Environment(String name, String tag, String color) {

    // Above the constants, whose constructor reads it.
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

    public static final Environment SANDBOX = new Environment("Sandbox", "SBX", "#5B47C9");
    public static final Environment DEVELOPMENT = new Environment("Development", "DEV", "#17703A");
    public static final Environment STAGING = new Environment("Staging", "STG", "#8A5A00");
    public static final Environment PRODUCTION = new Environment("Production", "PROD", "#B3261E");

    public Environment {
        Objects.requireNonNull(tag, "tag");
        if (name.isBlank()) {
            throw new IllegalArgumentException("environment name is blank");
        }
        if (!COLOR.matcher(color).matches()) {
            throw new IllegalArgumentException("environment colour '" + color + "' is not of the form #RRGGBB");
        }
    }
}
