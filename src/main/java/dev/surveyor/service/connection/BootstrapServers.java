package dev.surveyor.service.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text {@code host:port, host:port} that a user types, and what is wrong with it. Takes what the Java client takes
 * ({@code Utils.getHost} and {@code getPort} of Kafka): any scheme in front, IPv6 with and without brackets, zones.
 */
public final class BootstrapServers {

    private static final Pattern ONE =
            Pattern.compile("(?:[0-9a-zA-Z\\-%._]*://)?\\[?([0-9a-zA-Z\\-%._:]*)]?:([0-9]+)");

    /** An IPv6 address as it may stand in a text, with its zone. */
    private static final String IPV6 = "[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*(?:%[0-9a-zA-Z\\-._]+)?";

    /** A server in a pasted text: stricter than {@link #ONE}, so that a line of a properties file is none. */
    static final String SERVER = "(?:[0-9a-zA-Z_]+://)?(?:\\[" + IPV6 + "]|" + IPV6 + "|[0-9a-zA-Z_.-]+):\\d{1,5}";

    private static final Pattern ADDRESS = Pattern.compile(IPV6);
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

    /** Returns the host of a {@code host:port}, without scheme and brackets; all of the text where it is none. */
    public static String host(String server) {
        return parse(server).map(Server::host).orElse(server);
    }

    /** Returns host and port of a server that {@link #problemWith} finds nothing wrong with; else empty. */
    public static Optional<Server> parse(String server) {
        Matcher matcher = ONE.matcher(server);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1);
        int port = port(matcher.group(2));
        boolean named =
                !host.isEmpty() && (!host.contains(":") || ADDRESS.matcher(host).matches());
        return named && port > 0 ? Optional.of(new Server(host, port)) : Optional.empty();
    }

    /**
     * A server.
     *
     * @param host a name or an address, IPv6 without brackets
     * @param port from 1 to 65535
     */
    public record Server(String host, int port) {

        /** Returns {@code host:port}, IPv6 with brackets. */
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    private static Optional<String> problemOf(String server) {
        if (parse(server).isPresent()) {
            return Optional.empty();
        }
        if (ADDRESS.matcher(server).matches()) {
            return Optional.of("'" + server + "' has no port: write [" + server + "]:9092.");
        }
        Matcher matcher = ONE.matcher(server);
        boolean named = matcher.matches()
                && !matcher.group(1).isEmpty()
                && (!matcher.group(1).contains(":")
                        || ADDRESS.matcher(matcher.group(1)).matches());
        if (!named) {
            boolean portMissing = server.matches("[^:]+:?");
            return Optional.of(
                    portMissing
                            ? "Add a port behind '" + server.replace(":", "") + "', for instance :9092."
                            : "'" + server + "' is not of the form host:port.");
        }
        return Optional.of("Port " + matcher.group(2) + " is out of range: 1 to 65535.");
    }

    /** Returns the number, or -1 where no port has it. */
    private static int port(String digits) {
        int port = digits.length() > 9 ? -1 : Integer.parseInt(digits);
        return port > LAST_PORT ? -1 : port;
    }
}
