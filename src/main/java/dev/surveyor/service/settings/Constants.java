package dev.surveyor.service.settings;

import java.util.Locale;
import java.util.Optional;

/** Constants and numbers as texts of settings. */
final class Constants {

    private Constants() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
