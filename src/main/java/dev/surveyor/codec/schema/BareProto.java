package dev.surveyor.codec.schema;

import com.squareup.wire.schema.internal.parser.EnumConstantElement;
import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.OptionElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed file without what says nothing of the bytes: options, extensions, services and comments. They may refer to
 * files that are not there, and some options the library cannot encode (those with maps).
 */
final class BareProto {

    private static final String ALIASES = "allow_alias";

    private BareProto() {}

    /** Returns the file with its messages and enums alone. */
    static ProtoFileElement of(ProtoFileElement file) {
        return new ProtoFileElement(
                file.getLocation(),
                file.getPackageName(),
                file.getSyntax(),
                file.getImports(),
                file.getPublicImports(),
                file.getWeakImports(),
                types(file.getTypes()),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<TypeElement> types(List<? extends TypeElement> types) {
        List<TypeElement> bare = new ArrayList<>();
        for (TypeElement type : types) {
            if (type instanceof MessageElement message) {
                bare.add(message(message));
            } else if (type instanceof EnumElement values) {
                bare.add(values(values));
            }
        }
        return bare;
    }

    private static MessageElement message(MessageElement message) {
        return new MessageElement(
                message.getLocation(),
                message.getName(),
                "",
                types(message.getNestedTypes()),
                List.of(),
                List.of(),
                fields(message.getFields()),
                message.getOneOfs().stream().map(BareProto::oneOf).toList(),
                List.of(),
                message.getGroups(),
                List.of());
    }

    private static OneOfElement oneOf(OneOfElement oneOf) {
        return new OneOfElement(
                oneOf.getName(), "", fields(oneOf.getFields()), oneOf.getGroups(), List.of(), oneOf.getLocation());
    }

    private static List<FieldElement> fields(List<FieldElement> fields) {
        return fields.stream()
                .map(field -> new FieldElement(
                        field.getLocation(),
                        field.getLabel(),
                        field.getType(),
                        field.getName(),
                        null,
                        null,
                        field.getTag(),
                        "",
                        List.of()))
                .toList();
    }

    private static EnumElement values(EnumElement values) {
        List<OptionElement> aliases = values.getOptions().stream()
                .filter(option -> option.getName().equals(ALIASES))
                .toList();
        List<EnumConstantElement> constants = values.getConstants().stream()
                .map(constant -> new EnumConstantElement(
                        constant.getLocation(), constant.getName(), constant.getTag(), "", List.of()))
                .toList();
        return new EnumElement(values.getLocation(), values.getName(), "", aliases, constants, List.of());
    }
}
