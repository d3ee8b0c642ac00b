package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WellKnownFilesTest {

    static Stream<String> files() {
        return Stream.concat(WellKnownFiles.BESIDE.stream(), WellKnownFiles.OF_PROTOBUF.stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_schema_may_import_it_without_bringing_it(String file) {
        String schema = "syntax = \"proto3\";\nimport \"" + file + "\";\nmessage A { int32 n = 1; }";
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.PROTOBUF, schema));
        Reading reading = Readings.as("Schema registry", Schemas.framed(1, new byte[] {0, 8, 7}), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"n\":7}");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_set_of_descriptors_may_lack_it(String file) {
        FileDescriptorProto main = FileDescriptorProto.newBuilder()
                .setName("main.proto")
                .addDependency(file)
                .build();
        String set = Base64.getEncoder()
                .encodeToString(
                        FileDescriptorSet.newBuilder().addFile(main).build().toByteArray());

        assertThatCode(() -> DescriptorLinker.set(set)).doesNotThrowAnyException();
    }

    @Test
    void all_that_the_library_brings_are_known() throws IOException {
        URL any = Objects.requireNonNull(FileDescriptorProto.class.getResource("/google/protobuf/any.proto"));
        List<String> there = ((JarURLConnection) any.openConnection())
                .getJarFile().stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".proto"))
                        .toList();

        assertThat(there).containsExactlyInAnyOrderElementsOf(WellKnownFiles.OF_PROTOBUF);
    }

    @Test
    void options_of_confluent_are_no_trouble_and_its_decimal_is_a_number() {
        String schema = """
                syntax = "proto3";
                import "confluent/meta.proto";
                import "confluent/type/decimal.proto";
                message Price {
                  option (confluent.message_meta).doc = "what it costs";
                  confluent.type.Decimal amount = 1 [(confluent.field_meta) = {
                    doc: "net", params: [{key: "precision", value: "10"}, {key: "scale", value: "2"}], tags: ["PII"]
                  }];
                }
                """;
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.PROTOBUF, schema));
        byte[] payload = {0, 10, 8, 10, 2, 0x30, 0x39, 16, 10, 24, 2};
        Reading reading = Readings.as("Schema registry", Schemas.framed(1, payload), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"amount\":123.45}");
    }
}
