package dev.surveyor.service.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text {@code host:port, host:port} that a user types, and what is wrong with it. */
public final class BootstrapServers {

    /** A host name, an IPv4 address or an IPv6 address in brackets, with its port. */
    static final String SERVER = "(?:[A-Z_]+://)?(?:\\[[0-9a-fA-F:.%]+\\]|[A-Za-z0-9_.-]+):\\d{1,5}";

    private static final Pattern ONE =
            Pattern.compile("(?:[A-Z_]+://)?(\\[[0-9a-fA-F:.%]+\\]|[A-Za-z0-9_.-]+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    private BootstrapServers() {}

    /** Returns the servers of the text; commas, semicolons, spaces and line ends stand between them. */
    public static List<String> split(String text) {
        List<String> servers = new ArrayList<>();
        for (String part : text.strip().split("[\\s,;]+")) {
            if (!part.isEmpty() && !servers.contains(part)) {
                servers.add(part);
            }
        }
        return servers;
    }

    /** Returns what is wrong with the text, in one sentence; empty where it is fine. */
    public static Optional<String> problemWith(String text) {
        List<String> servers = split(text);
        if (servers.isEmpty()) {
            return Optional.of("Type at least one host:port.");
        }
        return servers.stream().flatMap(server -> problemOf(server).stream()).findFirst();
    }

    /** Returns the host of a {@code host:port}. */
    public static String host(String server) {
        Matcher matcher = ONE.matcher(server);
        return matcher.matches() ? matcher.group(1) : server;
    }

    private static Optional<String> problemOf(String server) {
        Matcher matcher = ONE.matcher(server);
        if (!matcher.matches()) {
            boolean portMissing = !server.contains(":") || server.endsWith(":");
            return Optional.of(
                    portMissing
                            ? "'" + server + "' has no port: write " + server.replace(":", "") + ":9092."
                            : "'" + server + "' is not of the form host:port.");
        }
        int port = Integer.parseInt(matcher.group(2));
        return port < 1 || port > LAST_PORT
                ? Optional.of("Port " + port + " is out of range: 1 to 65535.")
                : Optional.empty();
    }
}
