package dev.surveyor.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.surveyor.testing.SourceMembers.Call;
import dev.surveyor.testing.SourceMembers.Member;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the ids that sources give to controls. Follows an id through the methods and constructors that take it as a
 * parameter and hand it on to {@code setId}, so that {@code new ProgressLine("a", …)} gives {@code a}, {@code a-text}
 * and {@code a-cancel}. What only a run decides reads as {@code <name>}.
 */
final class SourceIds {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-([a-z0-9]+|<[a-z0-9-]+>))*");
    private static final Pattern HOLE = Pattern.compile("\u0001(\\d+)\u0002");
    private static final int MAX_ROUNDS = 8;

    private final SourceMembers sources;
    private final Map<String, List<Member>> byName;
    private final SortedMap<String, String> found = new TreeMap<>();

    private SourceIds(SourceMembers sources) {
        this.sources = sources;
        this.byName = sources.members().stream().collect(Collectors.groupingBy(Member::name));
    }

    /** Returns the ids below a folder of sources, each with the class that sets it. */
    static SortedMap<String, String> in(Path folder) {
        SourceIds scan = new SourceIds(SourceMembers.in(folder));
        scan.solve();
        return scan.found;
    }

    private void solve() {
        boolean more = true;
        for (int round = 0; more && round < MAX_ROUNDS; round++) {
            more = false;
            for (Member member : sources.members()) {
                for (String id : idsIn(member)) {
                    more |= HOLE.matcher(id).find() && member.sinks().add(id);
                }
            }
        }
        for (Member member : sources.members()) {
            for (String id : idsIn(member)) {
                record(id, member);
            }
            if (!member.sinks().isEmpty() && !sources.calls(member)) {
                // A method reference hands the id on, from where it cannot be seen.
                member.sinks().forEach(sink -> record(named(sink, member), member));
            }
        }
    }

    private void record(String id, Member member) {
        if (ID.matcher(id).matches()) {
            found.putIfAbsent(id, member.file());
        }
    }

    private static String named(String sink, Member member) {
        return HOLE.matcher(sink)
                .replaceAll(hole -> variable(member.parameters().get(Integer.parseInt(hole.group(1)))));
    }

    private Set<String> idsIn(Member member) {
        return member.calls().stream()
                .flatMap(call -> idsOf(member, call).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> idsOf(Member from, Call call) {
        if (call.name().equals("setId") && call.arguments().size() == 1) {
            return texts(from, call.arguments().get(0));
        }
        Set<String> certain = new LinkedHashSet<>();
        Set<String> guessed = new LinkedHashSet<>();
        for (Member target : targets(from, call)) {
            for (String sink : target.sinks()) {
                (guesses(from, call, sink) ? guessed : certain).addAll(filled(from, call, sink));
            }
        }
        // Of two overloads one gets the id and the other something else at that place.
        return certain.stream()
                        .anyMatch(
                                id -> HOLE.matcher(id).find() || ID.matcher(id).matches())
                ? certain
                : guessed;
    }

    private boolean guesses(Member from, Call call, String sink) {
        return HOLE.matcher(sink).results().anyMatch(hole -> handedOver(from, call, hole).stream()
                .allMatch(text -> text.startsWith("<")));
    }

    /** Returns the texts that a call hands over at that place: none where as many as one likes may be left out. */
    private Set<String> handedOver(Member from, Call call, MatchResult hole) {
        int at = Integer.parseInt(hole.group(1));
        return at < call.arguments().size() ? texts(from, call.arguments().get(at)) : Set.of();
    }

    private List<Member> targets(Member from, Call call) {
        List<Member> named = byName.getOrDefault(call.name(), List.of()).stream()
                .filter(member -> !member.sinks().isEmpty()
                        && member.takes(call.arguments().size())
                        && (!member.hidden() || member.file().equals(from.file())))
                .toList();
        if (call.ofOwnClass()) {
            return named.stream()
                    .filter(member -> sources.isOwn(member, from.file()))
                    .toList();
        }
        return named;
    }

    private Set<String> filled(Member from, Call call, String sink) {
        Matcher hole = HOLE.matcher(sink);
        if (!hole.find()) {
            return Set.of(sink);
        }
        Set<String> ids = new LinkedHashSet<>();
        String before = sink.substring(0, hole.start());
        for (String rest : filled(from, call, sink.substring(hole.end()))) {
            for (String text : handedOver(from, call, hole.toMatchResult())) {
                ids.add(before + text + rest);
            }
        }
        return ids;
    }

    private Set<String> texts(Member in, ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return literal.getValue() == null ? Set.of() : Set.of(String.valueOf(literal.getValue()));
        }
        if (expression instanceof ParenthesizedTree inner) {
            return texts(in, inner.getExpression());
        }
        if (expression instanceof BinaryTree sum) {
            if (sum.getRightOperand() instanceof LiteralTree literal && literal.getValue() instanceof Number) {
                return Set.of("<number>");
            }
            Set<String> both = new LinkedHashSet<>();
            for (String left : texts(in, sum.getLeftOperand())) {
                texts(in, sum.getRightOperand()).forEach(right -> both.add(left + right));
            }
            return both;
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            Set<String> both = new LinkedHashSet<>(texts(in, choice.getTrueExpression()));
            both.addAll(texts(in, choice.getFalseExpression()));
            return both;
        }
        if (expression instanceof IdentifierTree name) {
            int parameter = in.parameters().indexOf(name.getName().toString());
            if (parameter >= 0) {
                return Set.of("\u0001" + parameter + "\u0002");
            }
            return fieldTexts(in, name.getName().toString());
        }
        if (expression instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof IdentifierTree own) {
            return sources.returned()
                    .getOrDefault(
                            in.file() + "." + own.getName(),
                            Set.of(variable(own.getName().toString())));
        }
        return sources.component(in, expression)
                .map(values -> values.stream()
                        .flatMap(value -> texts(in, value).stream())
                        .collect(Collectors.toCollection(LinkedHashSet<String>::new)))
                .orElseGet(() -> new LinkedHashSet<>(Set.of(variable(rootOf(expression)))));
    }

    private Set<String> fieldTexts(Member in, String field) {
        String constant = sources.constants().get(in.file() + "." + field);
        if (constant != null) {
            return Set.of(constant);
        }
        Set<String> given = new LinkedHashSet<>();
        sources.givenToConstructor(in.file(), field).forEach((value, from) -> given.addAll(texts(from, value)));
        return given.isEmpty() ? Set.of(variable(field)) : given;
    }

    private static String rootOf(Tree expression) {
        if (expression instanceof MethodInvocationTree call) {
            return rootOf(call.getMethodSelect());
        }
        if (expression instanceof MemberSelectTree select) {
            return rootOf(select.getExpression());
        }
        return expression instanceof IdentifierTree name ? name.getName().toString() : "number";
    }

    private static String variable(String name) {
        return "<" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ">";
    }
}
