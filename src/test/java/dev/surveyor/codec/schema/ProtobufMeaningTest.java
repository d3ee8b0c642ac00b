package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that have a meaning of their own as that, and as their fields. */
class ProtobufMeaningTest {

    private static String holder(String file, String type) {
        return "syntax = \"proto3\";\npackage shop;\nimport \"" + file + "\";\nmessage Order { int64 id = 2; " + type
                + " v = 1; }";
    }

    private static Decoded.Read read(String schema, Message inside, View view) {
        byte[] bytes = outside(inside.toByteString()).toByteArray();
        Input input = new Input(
                dev.surveyor.codec.Slice.of(bytes),
                RecordPart.VALUE,
                null,
                100_000,
                Input.Effort.FULL,
                0,
                false,
                false,
                view);
        return (Decoded.Read)
                SchemaCompiler.compile(text(SchemaFormat.PROTOBUF, schema)).decodeWhole(input);
    }

    /** Field 1 of a message, with these bytes. */
    private static ByteString outside(ByteString inside) {
        return com.google.protobuf.UnknownFieldSet.newBuilder()
                .addField(
                        1,
                        com.google.protobuf.UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(inside)
                                .build())
                .build()
                .toByteString();
    }

    private static String textOf(Decoded.Read read) {
        String whole = new String(read.text().bytes(), java.nio.charset.StandardCharsets.UTF_8);
        return whole.substring("{\"v\":".length(), whole.length() - 1);
    }

    private static String meaning(String file, String type, Message inside) {
        return textOf(read(holder(file, type), inside, View.MEANING));
    }

    static Stream<Arguments> wellKnown() {
        Struct struct = Struct.newBuilder()
                .putFields("n", Value.newBuilder().setNumberValue(42).build())
                .putFields("f", Value.newBuilder().setNumberValue(0.5).build())
                .putFields(
                        "z",
                        Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
                .putFields(
                        "l",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder()
                                        .addValues(Value.newBuilder().setStringValue("a"))
                                        .addValues(Value.newBuilder().setBoolValue(true)))
                                .build())
                .putFields(
                        "s",
                        Value.newBuilder()
                                .setStructValue(Struct.getDefaultInstance())
                                .build())
                .build();
        return Stream.of(
                Arguments.of(Timestamp.newBuilder().setSeconds(1_700_000_000).build(), "\"2023-11-14T22:13:20.000Z\""),
                Arguments.of(
                        Timestamp.newBuilder().setSeconds(-1).setNanos(500_000).build(),
                        "\"1969-12-31T23:59:59.000500Z\""),
                Arguments.of(Timestamp.getDefaultInstance(), "\"1970-01-01T00:00:00.000Z\""),
                Arguments.of(
                        Duration.newBuilder()
                                .setSeconds(3)
                                .setNanos(500_000_000)
                                .build(),
                        "\"3.500s\""),
                Arguments.of(Duration.newBuilder().setSeconds(-3).setNanos(-1).build(), "\"-3.000000001s\""),
                Arguments.of(Duration.newBuilder().setSeconds(60).build(), "\"60s\""),
                Arguments.of(
                        FieldMask.newBuilder().addPaths("a.b").addPaths("c_d").build(), "\"a.b,c_d\""),
                Arguments.of(DoubleValue.of(0.5), "0.5"),
                Arguments.of(Int64Value.of(Long.MIN_VALUE), "-9223372036854775808"),
                Arguments.of(UInt64Value.of(-1), "18446744073709551615"),
                Arguments.of(Int64Value.getDefaultInstance(), "0"),
                Arguments.of(BoolValue.of(true), "true"),
                Arguments.of(StringValue.getDefaultInstance(), "\"\""),
                Arguments.of(Empty.getDefaultInstance(), "{}"),
                Arguments.of(ListValue.getDefaultInstance(), "[]"),
                Arguments.of(Struct.getDefaultInstance(), "{}"),
                Arguments.of(struct, "{\"n\":42,\"f\":0.5,\"z\":null,\"l\":[\"a\",true],\"s\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("wellKnown")
    void a_well_known_message_is_what_it_means(Message message, String json) {
        Descriptor type = message.getDescriptorForType();

        assertThat(meaning(type.getFile().getFullName(), type.getFullName(), message))
                .isEqualTo(json);
    }

    @Test
    void the_fields_are_one_view_away() {
        Timestamp at = Timestamp.newBuilder().setSeconds(1).setNanos(2).build();
        String schema = holder("google/protobuf/timestamp.proto", "google.protobuf.Timestamp");

        assertThat(read(schema, at, View.MEANING).aside().views()).containsExactly(View.STORED);
        Decoded.Read stored = read(schema, at, View.STORED);
        assertThat(textOf(stored)).isEqualTo("{\"seconds\":1,\"nanos\":2}");
        assertThat(stored.aside().views()).containsExactly(View.STORED);
    }

    @Test
    void what_is_no_time_keeps_its_fields() {
        Timestamp wrong = Timestamp.newBuilder().setSeconds(1).setNanos(-2).build();
        Timestamp far = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();

        assertThat(meaning("google/protobuf/timestamp.proto", "google.protobuf.Timestamp", wrong))
                .isEqualTo("{\"seconds\":1,\"nanos\":-2}");
        assertThat(meaning("google/protobuf/timestamp.proto", "google.protobuf.Timestamp", far))
                .isEqualTo("{\"seconds\":9223372036854775807}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | Date | year=2026 month=11 day=30 | \"2026-11-30\"",
                "date | Date | year=2026 month=11 | \"2026-11\"",
                "date | Date | year=2026 | \"2026\"",
                "date | Date | month=2 day=29 | \"--02-29\"",
                "date | Date | year=2026 month=2 day=30 | {\"year\":2026,\"month\":2,\"day\":30}",
                "timeofday | TimeOfDay | hours=10 minutes=30 nanos=5000000 | \"10:30:00.005\"",
                "timeofday | TimeOfDay | hours=24 | {\"hours\":24}",
                "datetime | DateTime | year=2026 month=1 day=2 hours=3 seconds=4 | \"2026-01-02T03:00:04.000\"",
                "decimal | Decimal | value=12.50 | 12.50",
                "decimal | Decimal | value=many | {\"value\":\"many\"}",
                "money | Money | currency_code=EUR units=3 | {\"currency_code\":\"EUR\",\"units\":3}",
            })
    void a_common_type_of_google_is_what_it_means(String file, String type, String fields, String json) {
        String path = "google/type/" + file + ".proto";
        FileDescriptor descriptor =
                ProtoFiles.link(text(SchemaFormat.PROTOBUF, Objects.requireNonNull(WellKnownFiles.text(path))));
        Descriptor message = descriptor.findMessageTypeByName(type);
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
        for (String pair : fields.split(" ")) {
            FieldDescriptor field = message.findFieldByName(pair.substring(0, pair.indexOf('=')));
            String value = pair.substring(pair.indexOf('=') + 1);
            builder.setField(
                    field,
                    switch (field.getJavaType()) {
                        case INT -> (Object) Integer.valueOf(value);
                        case LONG -> Long.valueOf(value);
                        default -> value;
                    });
        }

        assertThat(meaning(path, "google.type." + type, builder.build())).isEqualTo(json);
    }

    @Test
    void an_any_is_opened_where_its_type_is_known() {
        Any known = Any.pack(StringValue.of("x"));
        Any unknown = Any.newBuilder()
                .setTypeUrl("type.googleapis.com/other.Thing")
                .setValue(ByteString.copyFrom(new byte[] {1}))
                .build();
        Any own = Any.newBuilder()
                .setTypeUrl("example.com/shop.Order")
                .setValue(ByteString.copyFrom(new byte[] {16, 7}))
                .build();
        String imports = "google/protobuf/any.proto\";\nimport \"google/protobuf/wrappers.proto";

        assertThat(meaning(imports, "google.protobuf.Any", own))
                .isEqualTo("{\"@type\":\"example.com/shop.Order\",\"id\":7}");
        assertThat(meaning(imports, "google.protobuf.Any", known))
                .isEqualTo("{\"@type\":\"type.googleapis.com/google.protobuf.StringValue\",\"value\":\"x\"}");
        assertThat(meaning(imports, "google.protobuf.Any", unknown))
                .isEqualTo("{\"type_url\":\"type.googleapis.com/other.Thing\",\"value\":\"AQ==\"}");
    }

    @Test
    void an_any_is_opened_in_lists_maps_and_messages_within() {
        String schema = """
                syntax = "proto3";
                package shop;
                import "google/protobuf/any.proto";
                import "google/protobuf/timestamp.proto";
                message Order { int64 id = 2; Box v = 1; }
                message Box {
                  repeated google.protobuf.Any all = 1;
                  map<string, google.protobuf.Any> named = 2;
                  message Item { google.protobuf.Any one = 1; oneof which { google.protobuf.Any other = 2; } }
                  repeated Item items = 3;
                }
                """;
        Descriptor box = ProtoFiles.link(text(SchemaFormat.PROTOBUF, schema)).findMessageTypeByName("Box");
        Any order = Any.newBuilder()
                .setTypeUrl("x/shop.Order")
                .setValue(ByteString.copyFrom(new byte[] {16, 7}))
                .build();
        Any time = Any.pack(Timestamp.newBuilder().setSeconds(1).build());
        Any nested = Any.newBuilder()
                .setTypeUrl("x/shop.Box.Item")
                .setValue(outside(order.toByteString()))
                .build();
        Descriptor entry = box.findFieldByName("named").getMessageType();
        Descriptor item = box.findNestedTypeByName("Item");
        DynamicMessage message = DynamicMessage.newBuilder(box)
                .addRepeatedField(box.findFieldByName("all"), order)
                .addRepeatedField(box.findFieldByName("all"), time)
                .addRepeatedField(
                        box.findFieldByName("named"),
                        DynamicMessage.newBuilder(entry)
                                .setField(entry.findFieldByName("key"), "k")
                                .setField(entry.findFieldByName("value"), nested)
                                .build())
                .addRepeatedField(
                        box.findFieldByName("items"),
                        DynamicMessage.newBuilder(item)
                                .setField(item.findFieldByName("one"), order)
                                .setField(item.findFieldByName("other"), time)
                                .build())
                .build();
        String opened = "{\"@type\":\"x/shop.Order\",\"id\":7}";
        String second =
                "{\"@type\":\"type.googleapis.com/google.protobuf.Timestamp\",\"value\":\"1970-01-01T00:00:01.000Z\"}";

        assertThat(textOf(read(schema, message, View.MEANING)))
                .isEqualTo("{\"all\":[" + opened + "," + second
                        + "],\"named\":{\"k\":{\"@type\":\"x/shop.Box.Item\",\"one\":" + opened
                        + "}},\"items\":[{\"one\":" + opened + ",\"other\":" + second + "}]}");
    }

    @Test
    void an_any_that_is_not_of_its_type_keeps_its_bytes() {
        Any broken = Any.newBuilder()
                .setTypeUrl("example.com/shop.Order")
                .setValue(ByteString.copyFrom(new byte[] {10, 9, 1}))
                .build();

        assertThat(meaning("google/protobuf/any.proto", "google.protobuf.Any", broken))
                .isEqualTo("{\"type_url\":\"example.com/shop.Order\",\"value\":\"CgkB\"}");
    }

    @Test
    void an_any_within_an_any_is_read_as_deep_as_anything_is() {
        ByteString inside = ByteString.EMPTY;
        for (int i = 0; i <= BoundedJsonWriter.MAX_DEPTH; i++) {
            Any any =
                    Any.newBuilder().setTypeUrl("a/shop.Order").setValue(inside).build();
            inside = outside(any.toByteString());
        }
        String schema = holder("google/protobuf/any.proto", "google.protobuf.Any");
        Any outermost =
                Any.newBuilder().setTypeUrl("a/shop.Order").setValue(inside).build();

        assertThat(textOf(read(schema, outermost, View.MEANING))).contains("\"value\":\"");
    }

    @Test
    void an_any_is_opened_behind_the_id_of_a_schema_too() {
        String schema = holder("google/protobuf/any.proto", "google.protobuf.Any");
        Any own = Any.newBuilder()
                .setTypeUrl("x/shop.Order")
                .setValue(ByteString.copyFrom(new byte[] {16, 7}))
                .build();
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.PROTOBUF, schema));
        byte[] payload = ByteString.copyFrom(new byte[] {0})
                .concat(outside(own.toByteString()))
                .toByteArray();
        Reading reading = Readings.as("Schema registry", Schemas.framed(1, payload), schemas);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"v\":{\"@type\":\"x/shop.Order\",\"id\":7}}");
        assertThat(reading.aside().views()).containsExactly(View.STORED);
    }
}
