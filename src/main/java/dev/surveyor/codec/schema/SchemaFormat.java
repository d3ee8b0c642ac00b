package dev.surveyor.codec.schema;

import java.util.Locale;
import java.util.Optional;

/** The languages in which schemas are written. */
public enum SchemaFormat {
    AVRO("Avro"),
    PROTOBUF("Protobuf"),
    JSON("JSON Schema");

    private final String label;

    SchemaFormat(String label) {
        this.label = label;
    }

    /** Returns the name that a person knows. */
    public String label() {
        return label;
    }

    /** Returns the format of a registry's word for it; a registry that says nothing means Avro. */
    public static Optional<SchemaFormat> of(String schemaType) {
        return switch (schemaType.toUpperCase(Locale.ROOT)) {
            case "", "AVRO" -> Optional.of(AVRO);
            case "PROTOBUF" -> Optional.of(PROTOBUF);
            case "JSON" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
