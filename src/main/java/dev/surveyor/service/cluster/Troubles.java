package dev.surveyor.service.cluster;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.PartitionTrouble.Kind;
import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in one clause what is wrong with several partitions. */
public final class Troubles {

    private static final int MOST_NAMES = 3;

    private Troubles() {}

    /** Returns a single one with its reason, and more of them counted with the first of their names; no full stop. */
    public static String listed(Collection<PartitionTrouble> troubles) {
        if (troubles.size() == 1) {
            return troubles.iterator().next().sentence();
        }
        Map<Kind, List<PartitionId>> byKind = new EnumMap<>(Kind.class);
        troubles.forEach(trouble -> byKind.computeIfAbsent(trouble.kind(), kind -> new ArrayList<>())
                .add(trouble.partition()));
        return byKind.entrySet().stream()
                .map(entry -> listed(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String listed(Kind kind, List<PartitionId> partitions) {
        int count = partitions.size();
        String what =
                switch (kind) {
                    case NO_LEADER -> Counted.word(count, " has no leader", " have no leader");
                    case NO_ANSWER ->
                        Counted.word(count, " gets no answer from its leader", " get no answer from their leaders");
                    case UNTOLD ->
                        Counted.word(count, " is not counted by the brokers", " are not counted by the brokers");
                    case REFUSED -> " may not be read";
                    case GONE -> Counted.word(count, " does not exist", " do not exist");
                };
        String names = partitions.stream()
                .sorted()
                .limit(MOST_NAMES)
                .map(PartitionId::toString)
                .collect(Collectors.joining(", "));
        String more = count > MOST_NAMES ? " and " + Numbers.grouped(count - MOST_NAMES) + " more" : "";
        return count == 1 ? names + what : Counted.of(count, "partition") + what + " (" + names + more + ")";
    }
}
