package dev.surveyor.filter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Places that are joined by bytes: from each place at most one edge leads on, for a set of bytes, and any number of
 * edges that take none. What leads from the start to the end is the language.
 */
final class ByteGraph {

    /** Larger ones take too long to be made into an automaton. */
    private static final int MOST_PLACES = 800;

    private static final BitSet NO_BYTES = new BitSet();

    private final List<BitSet> bytes = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final List<List<Integer>> free = new ArrayList<>();
    private final List<BitSet> closures = new ArrayList<>();
    private int start;
    private int end;

    /** The graph has become too large. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("too many places", null, false, false);
        }
    }

    int add() throws TooLargeException {
        if (bytes.size() >= MOST_PLACES) {
            throw new TooLargeException();
        }
        bytes.add(NO_BYTES);
        targets.add(-1);
        free.add(new ArrayList<>());
        return bytes.size() - 1;
    }

    /** Joins two places by any of the bytes; once at most for each place to start from. */
    void join(int from, BitSet any, int to) {
        bytes.set(from, any);
        targets.set(from, to);
    }

    /** Joins two places by nothing. */
    void join(int from, int to) {
        free.get(from).add(to);
    }

    /** Says where the language begins and ends; nothing is added afterwards. */
    void finish(int from, int to) {
        start = from;
        end = to;
        for (int place = 0; place < bytes.size(); place++) {
            closures.add(reachable(place));
        }
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Returns the places that can be reached from one by nothing, itself included. */
    BitSet closure(int place) {
        return closures.get(place);
    }

    boolean hasEdge(int place, int octet) {
        return bytes.get(place).get(octet);
    }

    int target(int place) {
        return targets.get(place);
    }

    /** Returns the places from which this byte leads on. */
    BitSet edgesWith(int octet) {
        BitSet edges = new BitSet();
        for (int place = 0; place < bytes.size(); place++) {
            edges.set(place, bytes.get(place).get(octet));
        }
        return edges;
    }

    private BitSet reachable(int from) {
        BitSet reached = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            int place = open.remove(open.size() - 1);
            if (!reached.get(place)) {
                reached.set(place);
                open.addAll(free.get(place));
            }
        }
        return reached;
    }
}
