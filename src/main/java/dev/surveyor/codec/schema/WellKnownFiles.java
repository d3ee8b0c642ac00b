package dev.surveyor.codec.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .proto} files that a schema may import without bringing them, since every registry knows them: Google's
 * well-known and common types and Confluent's own. The first lie in the jar of protobuf-java; of the others the names and
 * numbers of their fields are written down beside this class.
 *
 * <p>Source: the files that Confluent's {@code ProtobufSchema} and Karapace's {@code KnownDependency} bring.
 */
final class WellKnownFiles {

    /** The files that lie beside this class. */
    static final List<String> BESIDE = List.of(
            "confluent/meta.proto",
            "confluent/type/decimal.proto",
            "google/type/calendar_period.proto",
            "google/type/color.proto",
            "google/type/date.proto",
            "google/type/datetime.proto",
            "google/type/dayofweek.proto",
            "google/type/decimal.proto",
            "google/type/expr.proto",
            "google/type/fraction.proto",
            "google/type/interval.proto",
            "google/type/latlng.proto",
            "google/type/localized_text.proto",
            "google/type/money.proto",
            "google/type/month.proto",
            "google/type/phone_number.proto",
            "google/type/postal_address.proto",
            "google/type/quaternion.proto",
            "google/type/timeofday.proto");

    /** The files in the jar of protobuf-java. */
    static final List<String> OF_PROTOBUF = List.of(
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            "google/protobuf/descriptor.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/java_features.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto");

    private WellKnownFiles() {}

    /** Returns the text of a file, or null where it is none of these. */
    static @Nullable String text(String path) {
        boolean beside = BESIDE.contains(path);
        if (!beside && !OF_PROTOBUF.contains(path)) {
            return null;
        }
        try (InputStream in = beside
                ? WellKnownFiles.class.getResourceAsStream("proto/" + path)
                : FileDescriptorProto.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new UndecodableException("the file " + path + " is missing in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UndecodableException("the file " + path + " of this program cannot be read");
        }
    }
}
