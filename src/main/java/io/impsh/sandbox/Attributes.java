package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of a request, checked as they are read. */
final class Attributes {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int MOST_TAG_CHARACTERS = 500;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_*.-]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final ObjectNode values;

    Attributes(ObjectNode values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.has(name);
    }

    /** Refuses everything but {@code changeable}, whatever its value. */
    void permitOnly(String changeable) {
        for (String name : values.propertyNames()) {
            if (!name.equals(changeable)) {
                throw refused(name, "cannot be changed; only the " + changeable + " can");
            }
        }
    }

    /** A name that has to be there. */
    String name() {
        if (!has("name")) {
            throw refused("name", "is required");
        }
        return name(null);
    }

    /** A name, or {@code absent} when none is given. */
    String name(String absent) {
        if (!has("name")) {
            return absent;
        }
        JsonNode value = values.get("name");
        if (!value.isString() || value.stringValue().isEmpty() || length(value) > LONGEST_NAME) {
            throw refused("name", "must be a text of 1 to " + LONGEST_NAME + " characters");
        }
        return value.stringValue();
    }

    /** {@code null} unsets it. */
    String description(String absent) {
        if (!has("description")) {
            return absent;
        }
        String text = text("description");
        if (text != null && length(values.get("description")) > LONGEST_DESCRIPTION) {
            throw refused("description", "may have " + LONGEST_DESCRIPTION + " characters");
        }
        return text;
    }

    /** A text or {@code null}. */
    String text(String name) {
        JsonNode value = values.path(name);
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        throw refused(name, "must be a text");
    }

    /** A text that has to be there; it may be empty. */
    String requiredText(String name) {
        if (!has(name)) {
            throw refused(name, "is required");
        }
        if (!values.get(name).isString()) {
            throw refused(name, "must be a text");
        }
        return values.get(name).stringValue();
    }

    /** One of a few words, which has to be there. */
    <T> T oneOf(String name, List<T> allowed, Function<T, String> word) {
        String wanted = requiredText(name);
        return allowed.stream()
                .filter(value -> word.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> refused(
                        name, "must be one of " + allowed.stream().map(word).collect(Collectors.joining(", "))));
    }

    /** Tags of a deployment, in their order. */
    List<String> tags(List<String> absent) {
        if (!has("tags")) {
            return absent;
        }
        if (!values.get("tags").isArray()) {
            throw refused("tags", "must be a list of texts");
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : values.get("tags")) {
            if (!tag.isString() || !TAG.matcher(tag.stringValue()).matches()) {
                throw refused("tags", "may have texts of letters, digits and _ - * . only");
            }
            tags.add(tag.stringValue());
        }
        if (tags.stream().mapToInt(String::length).sum() > MOST_TAG_CHARACTERS) {
            throw refused("tags", "may have " + MOST_TAG_CHARACTERS + " characters in total");
        }
        return tags;
    }

    boolean flag(String name, boolean absent) {
        if (!has(name)) {
            return absent;
        }
        JsonNode value = values.get(name);
        if (!value.isBoolean()) {
            throw refused(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** User variables of a group: flat, with plain names, as strings or numbers. */
    ObjectNode variables(ObjectNode absent) {
        if (!has("env_vars")) {
            return absent;
        }
        if (!(values.get("env_vars") instanceof ObjectNode variables)) {
            throw refused("env_vars", "must be an object");
        }
        variables.properties().forEach(entry -> {
            if (!VARIABLE.matcher(entry.getKey()).matches()) {
                throw refused("env_vars", "may have names of letters and digits only, beginning with a letter");
            }
            if (!entry.getValue().isString() && !entry.getValue().isNumber()) {
                throw refused("env_vars", "may have texts and numbers only");
            }
        });
        return variables;
    }

    /** Refuses any value but {@code null}. */
    void forbid(String name, String why) {
        if (!values.path(name).isMissingNode() && !values.path(name).isNull()) {
            throw refused(name, why);
        }
    }

    private static int length(JsonNode text) {
        String value = text.stringValue();
        return value.codePointCount(0, value.length());
    }

    private static ApiException refused(String name, String why) {
        return ApiError.invalid("The attribute " + name + " " + why + ".")
                .at("/data/attributes/" + name)
                .exception();
    }
}
