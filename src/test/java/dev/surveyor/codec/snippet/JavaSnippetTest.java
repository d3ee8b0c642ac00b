package dev.surveyor.codec.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code is compiled and run, and the record that it makes is compared. */
class JavaSnippetTest {

    @TempDir
    private Path folder;

    @Test
    void odd_records_come_out_byte_for_byte() throws Exception {
        List<ConsumedRecord> records = OddRecords.all("orders");
        String body = JavaSnippet.of(records);
        compare(run(body + "return records;\n"), records);
    }

    @Test
    void one_record_is_one_statement_and_its_headers() throws Exception {
        ConsumedRecord record = OddRecords.all("orders").get(27);
        String code = JavaSnippet.of(List.of(record));
        assertThat(code).contains("ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(");
        compare(run(code + "return List.of(record);\n"), List.of(record));
    }

    @Test
    void values_beyond_the_limits_of_a_class_file_still_compile() throws Exception {
        List<ConsumedRecord> records =
                List.of(OddRecords.large("orders", 300_000, true), OddRecords.large("orders", 300_000, false));
        compare(run(JavaSnippet.of(records) + "return records;\n"), records);
    }

    @Test
    void a_negative_timestamp_is_left_out_and_said() throws Exception {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 5)
                .timestamp(-1, TimestampType.NOT_AVAILABLE)
                .build();
        assertThat(JavaSnippet.of(List.of(record)))
                .contains("// its timestamp -1 cannot be sent")
                .contains("0, (Long) null,");
    }

    private static void compare(List<ProducerRecord<byte[], byte[]>> made, List<ConsumedRecord> records) {
        assertThat(made).hasSameSizeAs(records);
        for (int i = 0; i < made.size(); i++) {
            ProducerRecord<byte[], byte[]> one = made.get(i);
            ConsumedRecord record = records.get(i);
            List<RecordHeader> headers = new ArrayList<>();
            one.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
            assertThat(one.topic()).isEqualTo(record.partition().topic());
            assertThat(one.partition()).isEqualTo(record.partition().partition());
            assertThat(one.timestamp()).isEqualTo(record.timestamp());
            assertThat(one.key()).as("key of " + record).isEqualTo(record.key());
            assertThat(one.value()).as("value of " + record).isEqualTo(record.value());
            assertThat(headers).isEqualTo(record.headers());
        }
    }

    @SuppressWarnings("unchecked")
    private List<ProducerRecord<byte[], byte[]>> run(String body) throws Exception {
        String imports = body.lines()
                .filter(line -> line.startsWith("// import "))
                .map(line -> line.substring(3) + "\n")
                .reduce("", String::concat);
        String source = imports + "public class Made {\npublic static List<ProducerRecord<byte[], byte[]>> make() {\n"
                + body + "}\n}\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Made.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        assertThat(compiler.getTask(said, null, null, options, null, List.of(file))
                        .call())
                .as(said.toString())
                .isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaSnippetTest.class.getClassLoader())) {
            return (List<ProducerRecord<byte[], byte[]>>)
                    loader.loadClass("Made").getMethod("make").invoke(null);
        }
    }
}
