package dev.surveyor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibrariesTest {

    private static final int JAVA_17 = 61;
    private static final int MAGIC_AND_MINOR = 6;

    @Test
    void every_library_runs_on_java_17() throws IOException {
        List<File> jars = jars();
        assertThat(jars).hasSizeGreaterThan(40);
        for (File jar : jars) {
            assertThat(newestClassFile(jar)).as(jar.getName()).isLessThanOrEqualTo(JAVA_17);
        }
    }

    private static List<File> jars() {
        String classPath = System.getProperty("java.class.path", "");
        try (Stream<String> entries =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(classPath)) {
            return entries.filter(entry -> entry.endsWith(".jar"))
                    .map(File::new)
                    .toList();
        }
    }

    /** Returns the highest major version in the jar, without the classes that are for newer Java versions only. */
    private static int newestClassFile(File file) throws IOException {
        int newest = 0;
        try (JarFile jar = new JarFile(file)) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    newest = Math.max(newest, major(jar, entry));
                }
            }
        }
        return newest;
    }

    private static int major(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.skipNBytes(MAGIC_AND_MINOR);
            return in.readUnsignedShort();
        }
    }
}
