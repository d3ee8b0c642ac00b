package dev.surveyor.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The methods and constructors of a folder of sources, with what each calls. Parsed, not compiled: a type is known by
 * its simple name.
 *
 * @param members all of them
 * @param returned the strings that a method returns as literals, by {@code File.method}
 * @param constants the strings that fields and variables begin with, by {@code File.name}
 * @param records the names of the components, by record
 * @param supers the class that a class extends, by class
 */
record SourceMembers(
        List<Member> members,
        Map<String, Set<String>> returned,
        Map<String, String> constants,
        Map<String, List<String>> records,
        Map<String, String> supers) {

    static SourceMembers in(Path folder) {
        SourceMembers read = new SourceMembers(
                new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                read.new Reader(file.getFileName().toString().replace(".java", "")).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Returns what records of the sources are made with, where the expression reads a component of a parameter. */
    Optional<List<ExpressionTree>> component(Member in, ExpressionTree expression) {
        if (!(expression instanceof MethodInvocationTree call)
                || !(call.getMethodSelect() instanceof MemberSelectTree select)
                || !(select.getExpression() instanceof IdentifierTree of)) {
            return Optional.empty();
        }
        int parameter = in.parameters().indexOf(of.getName().toString());
        String type = parameter < 0 ? "" : in.types().get(parameter);
        int at = records.getOrDefault(type, List.of())
                .indexOf(select.getIdentifier().toString());
        if (at < 0) {
            return Optional.empty();
        }
        List<ExpressionTree> values = new ArrayList<>();
        for (Member member : members) {
            for (Call made : member.calls()) {
                if (made.name().equals(type) && made.arguments().size() > at) {
                    values.add(made.arguments().get(at));
                }
            }
        }
        return Optional.of(values);
    }

    /** Returns whether a class may call the method as its own: it is declared there, or in a class that it extends. */
    boolean isOwn(Member method, String file) {
        for (String at = file; !at.isEmpty(); at = supers.getOrDefault(at, "")) {
            if (method.file().equals(at)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether something calls the member by its name. */
    boolean calls(Member member) {
        return members.stream()
                .flatMap(from -> from.calls().stream())
                .anyMatch(call -> call.name().equals(member.name())
                        && member.takes(call.arguments().size()));
    }

    /** Returns what the class is made with for the field that a parameter of the same name fills, and where. */
    Map<ExpressionTree, Member> givenToConstructor(String className, String field) {
        Map<ExpressionTree, Member> given = new LinkedHashMap<>();
        for (Member made : members) {
            int at = made.parameters().indexOf(field);
            if (at < 0 || !made.name().equals(className)) {
                continue;
            }
            for (Member from : members) {
                from.calls().stream()
                        .filter(call -> call.name().equals(className)
                                && made.takes(call.arguments().size()))
                        .forEach(call -> given.put(call.arguments().get(at), from));
            }
        }
        return given;
    }

    /**
     * A method, a constructor (named as its class), or the fields of a file (without a name).
     *
     * @param file the top level class
     * @param hidden whether it is private
     * @param open whether its last parameter takes any number of arguments
     * @param parameters their names
     * @param types their simple types
     * @param sinks the ids that it sets, with the number of a parameter in place of what that adds; grows
     */
    record Member(
            String file,
            String name,
            boolean hidden,
            boolean open,
            List<String> parameters,
            List<String> types,
            List<Call> calls,
            Set<String> sinks) {

        boolean takes(int arguments) {
            return open ? arguments >= parameters.size() - 1 : arguments == parameters.size();
        }
    }

    /** Something that is called, constructors under the name of their class. */
    record Call(String name, boolean ofOwnClass, List<? extends ExpressionTree> arguments) {}

    private static String simple(Tree name) {
        String text = name.toString().replaceAll("<.*", "");
        return text.substring(text.lastIndexOf('.') + 1);
    }

    /** Collects the members of one file. */
    private final class Reader extends TreeScanner<@Nullable Object, @Nullable Object> {
        private final String file;
        private Member member;
        private String className = "";
        private String superName = "";
        private String method = "";

        Reader(String file) {
            this.file = file;
            this.member = add("", false, false, List.of());
        }

        private Member add(String name, boolean hidden, boolean open, List<? extends VariableTree> parameters) {
            Member added = new Member(
                    file,
                    name,
                    hidden,
                    open,
                    parameters.stream().map(one -> one.getName().toString()).toList(),
                    parameters.stream().map(one -> simple(one.getType())).toList(),
                    new ArrayList<>(),
                    new LinkedHashSet<>());
            members.add(added);
            return added;
        }

        @Override
        public @Nullable Object visitClass(ClassTree tree, @Nullable Object nothing) {
            String outerClass = className;
            String outerSuper = superName;
            className = tree.getSimpleName().toString();
            superName = tree.getExtendsClause() == null ? "" : simple(tree.getExtendsClause());
            supers.put(className, superName);
            if (tree.getKind() == Tree.Kind.RECORD) {
                records.put(
                        className,
                        tree.getMembers().stream()
                                .filter(one -> one instanceof VariableTree field
                                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                                .map(one -> ((VariableTree) one).getName().toString())
                                .toList());
            }
            super.visitClass(tree, nothing);
            className = outerClass;
            superName = outerSuper;
            return null;
        }

        @Override
        public @Nullable Object visitMethod(MethodTree tree, @Nullable Object nothing) {
            Member outer = member;
            String outerMethod = method;
            method = tree.getName().toString();
            boolean open = tree.getParameters().stream()
                    .anyMatch(parameter -> parameter.toString().contains("..."));
            member = add(
                    method.equals("<init>") ? className : method,
                    tree.getModifiers().getFlags().contains(Modifier.PRIVATE),
                    open,
                    tree.getParameters());
            super.visitMethod(tree, nothing);
            member = outer;
            method = outerMethod;
            return null;
        }

        @Override
        public @Nullable Object visitVariable(VariableTree tree, @Nullable Object nothing) {
            if (tree.getInitializer() instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                constants.put(file + "." + tree.getName(), text);
            }
            return super.visitVariable(tree, nothing);
        }

        @Override
        public @Nullable Object visitReturn(ReturnTree tree, @Nullable Object nothing) {
            if (tree.getExpression() instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                returned.computeIfAbsent(file + "." + method, any -> new LinkedHashSet<>())
                        .add(text);
            }
            return super.visitReturn(tree, nothing);
        }

        @Override
        public @Nullable Object visitMethodInvocation(MethodInvocationTree tree, @Nullable Object nothing) {
            String name = simple(tree.getMethodSelect());
            if (name.equals("super")) {
                member.calls().add(new Call(superName, false, tree.getArguments()));
            } else {
                boolean own = tree.getMethodSelect() instanceof IdentifierTree;
                member.calls().add(new Call(name.equals("this") ? className : name, own, tree.getArguments()));
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        @Override
        public @Nullable Object visitNewClass(NewClassTree tree, @Nullable Object nothing) {
            member.calls().add(new Call(simple(tree.getIdentifier()), false, tree.getArguments()));
            return super.visitNewClass(tree, nothing);
        }
    }
}
