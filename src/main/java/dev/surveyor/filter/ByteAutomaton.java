package dev.surveyor.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes over bytes once, one table look-up for each, and tells whether a run of them is in a language. Made whole before
 * its first use, so it is safe for several threads.
 */
final class ByteAutomaton {

    private static final int MOST_STATES = 400;
    private static final int FOUND = -1;

    private final byte[] classOf;
    private final int[] next;
    private final boolean[] staysAtStart;

    private ByteAutomaton(byte[] classOf, int[] next, boolean[] staysAtStart) {
        this.classOf = classOf;
        this.next = next;
        this.staysAtStart = staysAtStart;
    }

    /** Returns whether a run of these bytes is in the language. */
    boolean occursIn(byte[] data, int from, int to) {
        int state = 0;
        int at = from;
        while (at < to) {
            if (state == 0) {
                while (at < to && staysAtStart[data[at] & 0xff]) {
                    at++;
                }
                if (at == to) {
                    return false;
                }
            }
            state = next[state + (classOf[data[at++] & 0xff] & 0xff)];
            if (state == FOUND) {
                return true;
            }
        }
        return false;
    }

    /** Returns the automaton, or null where it would have too many states, or where nothing at all is in the language. */
    static @Nullable ByteAutomaton of(ByteGraph graph) {
        return new Builder(graph).build();
    }

    /** Makes each set of places that the graph can be at a state. */
    private static final class Builder {
        private final ByteGraph graph;
        private final byte[] classOf = new byte[256];
        private final List<Integer> representatives = new ArrayList<>();
        private final Map<BitSet, Integer> numbers = new HashMap<>();
        private final List<BitSet> states = new ArrayList<>();
        private final BitSet start;

        Builder(ByteGraph graph) {
            this.graph = graph;
            this.start = graph.closure(graph.start());
        }

        @Nullable
        ByteAutomaton build() {
            if (start.get(graph.end())) {
                return null;
            }
            findClasses();
            int classes = representatives.size();
            int[] next = new int[MOST_STATES * classes];
            number(start);
            for (int state = 0; state < states.size(); state++) {
                for (int each = 0; each < classes; each++) {
                    BitSet after = after(states.get(state), representatives.get(each));
                    if (after.get(graph.end())) {
                        next[state * classes + each] = FOUND;
                        continue;
                    }
                    int number = number(after);
                    if (number == MOST_STATES) {
                        return null;
                    }
                    next[state * classes + each] = number * classes;
                }
            }
            return new ByteAutomaton(classOf, Arrays.copyOf(next, states.size() * classes), staysAtStart(next));
        }

        private boolean[] staysAtStart(int[] next) {
            boolean[] stays = new boolean[256];
            for (int octet = 0; octet < 256; octet++) {
                stays[octet] = next[classOf[octet] & 0xff] == 0;
            }
            return stays;
        }

        /** Puts bytes together that no edge tells apart. */
        private void findClasses() {
            Map<BitSet, Integer> classes = new HashMap<>();
            for (int octet = 0; octet < 256; octet++) {
                BitSet edges = graph.edgesWith(octet);
                Integer known = classes.get(edges);
                if (known == null) {
                    known = classes.size();
                    classes.put(edges, known);
                    representatives.add(octet);
                }
                classOf[octet] = known.byteValue();
            }
        }

        /** A run may begin at any byte, so the start is always among the places. */
        private BitSet after(BitSet places, int octet) {
            BitSet after = (BitSet) start.clone();
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                if (graph.hasEdge(place, octet)) {
                    after.or(graph.closure(graph.target(place)));
                }
            }
            return after;
        }

        private int number(BitSet places) {
            Integer known = numbers.get(places);
            if (known != null) {
                return known;
            }
            int number = states.size();
            if (number < MOST_STATES) {
                numbers.put(places, number);
                states.add(places);
            }
            return number;
        }
    }
}
