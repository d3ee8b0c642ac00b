package dev.surveyor.architecture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads source files with Error Prone and NullAway, in a compiler process of its own that writes no classes. Whoever only
 * starts the program does not wait for it, and its minute and more of one core passes while other tests run.
 */
final class CodeAnalysis {

    /** Where the build puts the jars of the analysis. */
    private static final Path JARS = Path.of("target", "analysis");

    private static final List<String> EXPORTED =
            List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
    private static final List<String> OPENED = List.of("code", "comp");

    private static final String CHECKS = String.join(
            " ",
            "-Xplugin:ErrorProne",
            "-Xep:NullAway:ERROR",
            "-XepOpt:NullAway:OnlyNullMarked=true",
            "-XepOpt:NullAway:JSpecifyMode=true",
            "-XepOpt:NullAway:CustomInitializerAnnotations=org.testfx.framework.junit5.Start",
            "-Xep:StringSplitter:OFF",
            "-Xep:MissingSummary:OFF",
            "-Xep:ArrayRecordComponent:OFF",
            "-Xep:JavaUtilDate:ERROR");

    private CodeAnalysis() {}

    /**
     * Returns what the compiler and the checks say, warnings included; empty where they say nothing.
     *
     * @param sources a folder of source files
     * @param withProgram whether the sources use the classes of the program
     * @param work an empty folder for files of the analysis
     */
    static String of(Path sources, boolean withProgram, Path work) throws IOException, InterruptedException {
        Path files = work.resolve("files.txt");
        Files.write(files, quoted(sources));
        Path said = work.resolve("said.txt");
        Process compiler = new ProcessBuilder(command(files, withProgram, work))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            int code = compiler.waitFor();
            String words = Files.readString(said, StandardCharsets.UTF_8);
            return code == 0 || !words.isBlank() ? words : "The compiler ended with " + code;
        } finally {
            compiler.destroyForcibly();
        }
    }

    private static List<String> command(Path files, boolean withProgram, Path work) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(javac());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Xmx1g"));
        EXPORTED.forEach(
                part -> command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED"));
        OPENED.forEach(part -> command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED"));
        command.addAll(List.of("--release", "17", "-encoding", "UTF-8", "-parameters", "-proc:none", "-Werror"));
        command.addAll(List.of("-Xmaxerrs", "200", "-Xmaxwarns", "200", "-Xlint:-options"));
        // The checks run after each class's flow analysis; byte code is of no use here.
        command.addAll(
                List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "--should-stop=ifNoError=FLOW"));
        command.addAll(List.of("-XDaddTypeAnnotationsToSymbol=true", CHECKS));
        command.addAll(List.of("-processorpath", jars(), "-classpath", classPath(withProgram)));
        command.addAll(List.of("-d", work.toString(), "@" + files));
        return command;
    }

    private static String jars() throws IOException {
        if (!Files.isDirectory(JARS)) {
            throw new IOException(JARS + " is missing: mvn process-test-classes brings it");
        }
        try (Stream<Path> jars = Files.list(JARS)) {
            return String.join(
                    File.pathSeparator, jars.map(Path::toString).sorted().toList());
        }
    }

    private static String classPath(boolean withProgram) {
        try (Stream<String> entries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path", ""))) {
            return String.join(
                    File.pathSeparator,
                    entries.filter(entry -> entry.endsWith(".jar") || (withProgram && isProgram(entry)))
                            .toList());
        }
    }

    private static boolean isProgram(String entry) {
        return Path.of(entry).endsWith(Path.of("target", "classes"));
    }

    private static List<String> quoted(Path sources) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> '"' + file.toString().replace("\\", "\\\\") + '"')
                    .sorted()
                    .toList();
        }
    }

    private static String javac() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "javac.exe" : "javac")
                .toString();
    }
}
