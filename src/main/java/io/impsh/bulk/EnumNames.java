package io.impsh.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How files spell constants: in small letters. */
final class EnumNames {
    private EnumNames() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadRecord when it is none of them */
    static <E extends Enum<E>> E parse(Class<E> type, String field, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new BadRecord("unknown " + field + " '" + word + "'; known are "
                + Arrays.stream(type.getEnumConstants()).map(EnumNames::of).collect(Collectors.joining(", ")));
    }
}
