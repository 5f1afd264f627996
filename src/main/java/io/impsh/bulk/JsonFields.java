package io.impsh.bulk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of which every field has to be known: one that is not read may mean something that this program would
 * pass over. All of it throws {@link BadRecord}.
 */
final class JsonFields {
    private final JsonNode object;
    private final TreeSet<String> unread;

    JsonFields(JsonNode object) {
        if (!object.isObject()) {
            throw new BadRecord("it is no JSON object");
        }
        this.object = object;
        this.unread = new TreeSet<>(object.propertyNames());
    }

    /** Nothing else may be there. */
    void end() {
        if (!unread.isEmpty()) {
            throw new BadRecord("unknown " + (unread.size() == 1 ? "field " : "fields ") + String.join(", ", unread));
        }
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    boolean isText(String name) {
        return has(name) && object.get(name).isString();
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isString()) {
            throw wrong(name, "a text");
        }
        return value.stringValue();
    }

    String textOrNull(String name) {
        return optional(name, this::text);
    }

    int number(String name) {
        JsonNode value = value(name);
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong(name, "a whole number");
        }
        return value.intValue();
    }

    double decimal(String name) {
        JsonNode value = value(name);
        if (!value.isNumber()) {
            throw wrong(name, "a number");
        }
        return value.doubleValue();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a time");
        }
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a duration");
        }
    }

    JsonFields object(String name) {
        return new JsonFields(value(name));
    }

    /** {@code null} where there is none. */
    <T> T optional(String name, Function<String, T> reading) {
        if (has(name)) {
            return reading.apply(name);
        }
        unread.remove(name);
        return null;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isString()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    JsonNode list(String name) {
        JsonNode value = value(name);
        if (!value.isArray()) {
            throw wrong(name, "a list");
        }
        return value;
    }

    /** An object whose names are free. */
    <T> Map<String, T> map(String name, Class<T> type, Function<JsonNode, T> reading) {
        JsonNode value = value(name);
        if (!value.isObject()) {
            throw wrong(name, "an object");
        }
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            boolean fits = type == String.class
                    ? each.getValue().isString()
                    : each.getValue().isInt();
            if (!fits) {
                throw wrong(name, "an object of " + (type == String.class ? "texts" : "numbers"));
            }
            map.put(each.getKey(), reading.apply(each.getValue()));
        }
        return map;
    }

    private JsonNode value(String name) {
        unread.remove(name);
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new BadRecord("it has no " + name);
        }
        return value;
    }

    private static BadRecord wrong(String name, String wanted) {
        return new BadRecord(name + " is not " + wanted);
    }
}
