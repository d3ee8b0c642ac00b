package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.BoundedJsonWriter;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ProtobufSchemaTest {

    private static final String SHOP = """
            syntax = "proto3";
            package shop;
            import "google/protobuf/timestamp.proto";
            import "common/money.proto";

            enum Status { NEW = 0; PAID = 1; }
            message Ignored {}
            message Order {
              uint64 id = 1;
              Status status = 2;
              repeated int32 counts = 3;
              map<string, common.Money> prices = 4;
              google.protobuf.Timestamp at = 5;
              bytes raw = 6;
              sint64 delta = 7;
              oneof what { string name = 8; double number = 9; }
              repeated Order parts = 10;
              message Nested { fixed64 f = 1; }
            }
            """;
    private static final String MONEY = """
            syntax = "proto2";
            package common;
            message Money { required int64 units = 1; optional string currency = 2; }
            """;

    private final SchemaText schema = text(SchemaFormat.PROTOBUF, SHOP, "common/money.proto", MONEY);
    private final Schemas schemas = new Schemas().with(7, schema);
    private final FileDescriptor file = ProtoFiles.link(schema);

    private static byte[] with(byte[] head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void set(DynamicMessage.Builder message, String field, Object value) {
        FieldDescriptor descriptor = message.getDescriptorForType().findFieldByName(field);
        if (descriptor.isRepeated()) {
            message.addRepeatedField(descriptor, value);
        } else {
            message.setField(descriptor, value);
        }
    }

    private byte[] order() {
        Descriptor type = file.findMessageTypeByName("Order");
        DynamicMessage.Builder order = DynamicMessage.newBuilder(type);
        set(order, "id", -1L);
        set(order, "status", file.findEnumTypeByName("Status").findValueByName("PAID"));
        set(order, "counts", 3);
        set(order, "counts", -4);
        Descriptor entry = type.findFieldByName("prices").getMessageType();
        DynamicMessage.Builder money =
                DynamicMessage.newBuilder(entry.findFieldByName("value").getMessageType());
        set(money, "units", 9007199254740993L);
        DynamicMessage.Builder price = DynamicMessage.newBuilder(entry);
        set(price, "key", "net");
        set(price, "value", money.build());
        set(order, "prices", price.build());
        DynamicMessage.Builder at =
                DynamicMessage.newBuilder(type.findFieldByName("at").getMessageType());
        set(at, "seconds", 1_700_000_000L);
        set(order, "at", at.build());
        set(order, "raw", ByteString.copyFrom(new byte[] {0, -1}));
        set(order, "delta", -5L);
        set(order, "name", "x");
        DynamicMessage.Builder part = DynamicMessage.newBuilder(type);
        set(part, "number", 0.5);
        set(order, "parts", part.build());
        return order.build().toByteArray();
    }

    private static final String ORDER =
            "{\"id\":18446744073709551615,\"status\":\"PAID\",\"counts\":[3,-4],\"prices\":{\"net\":{\"units\":9007199254740993}},"
                    + "\"at\":\"2023-11-14T22:13:20.000Z\",\"raw\":\"AP8=\",\"delta\":-5,\"name\":\"x\",\"parts\":[{\"number\":0.5}]}";

    @Test
    void what_protobuf_writes_is_read_by_its_message_index() {
        Reading reading = Readings.as("Schema registry", framed(7, with(new byte[] {2, 2}, order())), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo(ORDER);
        assertThat(reading.detail()).isEqualTo("Protobuf · schema 1 · shop.Order");
    }

    @Test
    void a_lone_zero_is_the_first_message_and_longer_ways_lead_inside() {
        assertThat(Readings.as("Schema registry", framed(7, new byte[] {0}), schemas)
                        .detail())
                .contains("shop.Ignored");
        Reading nested =
                Readings.as("Schema registry", framed(7, new byte[] {4, 2, 0, 9, 1, 0, 0, 0, 0, 0, 0, 0}), schemas);
        assertThat(nested.detail()).contains("shop.Order.Nested");
        assertThat(Readings.as("Schema registry", framed(7, new byte[] {2, 18}), schemas)
                        .problem())
                .contains("the schema has no message number 9");
    }

    @Test
    void a_message_that_is_there_twice_has_the_fields_of_both() {
        byte[] twice = {0x2a, 2, 8, 1, 0x2a, 2, 16, 2, 8, 3, 8, 4};
        Reading reading = Readings.as("Schema registry", framed(7, with(new byte[] {2, 2}, twice)), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"at\":\"1970-01-01T00:00:01.000000002Z\",\"id\":4}");
    }

    @Test
    void fields_that_the_schema_does_not_know_are_shown() {
        byte[] unknown = {(byte) 0xa0, 1, 5, (byte) 0xaa, 1, 2, 'h', 'i', (byte) 0xa0, 1, 6};
        Reading reading = Readings.as("Schema registry", framed(7, with(new byte[] {0}, unknown)), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"?20\":[5,6],\"?21\":\"aGk=\"}");
    }

    @Test
    void broken_messages_say_where() {
        assertThat(Readings.as("Schema registry", framed(7, new byte[] {2, 2, 8}), schemas)
                        .problem())
                .contains("not Protobuf shop.Order of schema 1: ends in the middle of a value");
        assertThat(Readings.as("Schema registry", framed(7, new byte[] {2, 2, 10, 1, 1}), schemas)
                        .problem())
                .contains("id has the wire type 2 where the schema means 0");
        assertThat(Readings.as("Schema registry", framed(7, new byte[] {2, 2, 50, 100, 1}), schemas)
                        .problem())
                .contains("claims 100 bytes");
    }

    @Test
    void a_message_within_itself_is_read_as_deep_as_anything_is() {
        byte[] bytes = {};
        for (int i = 0; i <= BoundedJsonWriter.MAX_DEPTH; i++) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.write(82);
            for (int length = bytes.length; true; length >>>= 7) {
                head.write(length >= 128 ? (length & 127) | 128 : length);
                if (length < 128) {
                    break;
                }
            }
            bytes = with(head.toByteArray(), bytes);
        }
        Reading reading = Readings.as("Schema registry", framed(7, with(new byte[] {2, 2}, bytes)), schemas);

        assertThat(reading.problem()).contains("nested deeper than " + BoundedJsonWriter.MAX_DEPTH);
    }

    @Test
    void a_file_of_the_user_names_its_message() {
        SchemaFile nested = new SchemaFile(SchemaFormat.PROTOBUF, "/x/shop.proto", "shop.Order");
        SchemaText named = new SchemaText(SchemaFormat.PROTOBUF, "shop.proto", SHOP, "shop.Order", schema.references());
        Schemas files = new Schemas().with(nested, named);

        assertThat(SchemaFile.parse(nested.toString())).contains(nested);
        assertThat(Readings.textOf(Readings.as(nested.toString(), order(), files)))
                .isEqualTo(ORDER);
    }

    @Test
    void a_set_of_descriptors_is_a_schema_too() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addAllFile(file.getDependencies().stream()
                        .map(FileDescriptor::toProto)
                        .toList())
                .addFile(file.toProto())
                .build();
        String base64 = SchemaFile.DESCRIPTOR_SET + Base64.getEncoder().encodeToString(set.toByteArray());
        Schema compiled = SchemaCompiler.compile(
                new SchemaText(SchemaFormat.PROTOBUF, "shop.desc", base64, "shop.Order", java.util.List.of()));

        assertThat(compiled.decodeWhole(
                        dev.surveyor.codec.format.Input.of(dev.surveyor.codec.Slice.of(order()), 10_000)))
                .isInstanceOfSatisfying(dev.surveyor.codec.format.Decoded.Read.class, read -> assertThat(
                                new String(read.text().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(ORDER));
    }

    @Test
    void schemas_that_do_not_fit_together_say_why() {
        assertThatThrownBy(() -> SchemaCompiler.compile(text(SchemaFormat.PROTOBUF, SHOP)))
                .hasMessageContaining("it imports common/money.proto, which is not among its references");
        assertThatThrownBy(() -> SchemaCompiler.compile(text(
                        SchemaFormat.PROTOBUF,
                        "syntax=\"proto3\"; import \"a\"; message M {}",
                        "a",
                        "import \"b\";",
                        "b",
                        "import \"a\";")))
                .hasMessageContaining("it imports itself");
        assertThatThrownBy(() -> SchemaCompiler.compile(text(SchemaFormat.PROTOBUF, "message M { Nope n = 1; }")))
                .hasMessageContaining("Nope");
    }
}
