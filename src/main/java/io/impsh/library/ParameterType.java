package io.impsh.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a parameter's value is. */
public enum ParameterType {
    STRING("TEXT"),
    NUMBER("NUMBER"),
    BOOLEAN(""),
    DURATION("DURATION"),
    FILE("FILE"),
    SECRET("@FILE"),
    PRODUCT("PRODUCT"),
    GROUP("GROUP"),
    DEVICE("DEVICE"),
    BUILD("BUILD"),
    ACCOUNT("ACCOUNT"),
    /** One of a few words, written {@code a|b|c}. */
    CHOICE("");

    private final String placeholder;

    ParameterType(String placeholder) {
        this.placeholder = placeholder;
    }

    /** As a header writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands for the value in a usage line; empty when there is none to type. */
    public String placeholder() {
        return placeholder;
    }

    /** In TypeScript's words; of choices it is the words themselves. */
    String scriptType() {
        return switch (this) {
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case PRODUCT -> "Product | string";
            case GROUP -> "DeviceGroup | string";
            case DEVICE -> "Device | string";
            case BUILD -> "Deployment | string";
            case ACCOUNT -> "Account | string";
            default -> "string";
        };
    }

    public boolean isEntity() {
        return switch (this) {
            case PRODUCT, GROUP, DEVICE, BUILD, ACCOUNT -> true;
            default -> false;
        };
    }

    static Optional<ParameterType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type != CHOICE && type.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values())
                .filter(type -> type != CHOICE)
                .map(ParameterType::word)
                .toList();
    }
}
