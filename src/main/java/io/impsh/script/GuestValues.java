package io.impsh.script;

import io.impsh.model.Entity;
import io.impsh.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Carries values between Java and JavaScript. Belongs to one context, and is used on its thread only. */
final class GuestValues {
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int DEEPEST = 64;

    /** Stands for {@code undefined} where Java's {@code null} would mean {@code null}. */
    static final Object UNDEFINED = new Object();

    private final Host host;
    private final Value undefined;
    private final Value newObject;
    private final Value newArray;
    private final Value newDate;
    private final Value parseJson;
    private final Value writeJson;

    GuestValues(Host host, Context context) {
        this.host = host;
        undefined = function(context, "undefined");
        newObject = function(context, "() => ({})");
        newArray = function(context, "() => []");
        newDate = function(context, "millis => new Date(millis)");
        parseJson = function(context, "JSON.parse");
        writeJson = function(context, "value => JSON.stringify(value, null, 2)");
    }

    private static Value function(Context context, String text) {
        return context.eval(
                Source.newBuilder("js", text, "impsh").internal(true).buildLiteral());
    }

    /** A Java value as scripts shall see it. Maps and lists become plain objects and arrays of their own. */
    Object toGuest(Object value) {
        if (value == UNDEFINED) {
            return undefined;
        } else if (value instanceof Long number) {
            return Math.abs(number) <= LARGEST_EXACT ? (Object) (double) number : number.toString();
        } else if (value instanceof Instant instant) {
            return newDate.execute((double) instant.toEpochMilli());
        } else if (value instanceof RawJson raw) {
            return parseJson.execute(raw.text());
        } else if (value instanceof Entity entity) {
            return host.objects().entity(entity);
        } else if (value instanceof Map<?, ?> map) {
            Value object = newObject.execute();
            map.forEach((key, element) -> object.putMember(key.toString(), toGuest(element)));
            return object;
        } else if (value instanceof List<?> list) {
            Value array = newArray.execute();
            for (int index = 0; index < list.size(); index++) {
                array.setArrayElement(index, toGuest(list.get(index)));
            }
            return array;
        }
        return value;
    }

    /** What {@code JSON.parse} makes of a text; throws JavaScript's own error. */
    Object parseJson(String text) {
        return parseJson.execute(text);
    }

    /** A JSON text, indented by two blanks; {@code undefined} for what has none. */
    Object json(Object value) {
        return writeJson.execute(toGuest(value));
    }

    /** A time, a text, a number, a boolean or {@code null}; anything else as {@link #toTree}. */
    Object toJava(Value value) {
        return toTree(value, new IdentityHashMap<>(), 0);
    }

    private Object toTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Object scalar = scalar(value);
        if (scalar != NO_SCALAR) {
            return scalar;
        }
        if (depth > DEEPEST) {
            return "[…]";
        }
        if (value.isProxyObject()) {
            return proxyTree(value, above, depth);
        }
        if (value.canExecute()) {
            return "[Function " + functionName(value) + "]";
        }
        return memberTree(value, above, depth);
    }

    private static final Object NO_SCALAR = new Object();

    private static Object scalar(Value value) {
        if (value == null || value.isNull()) {
            return null;
        } else if (value.isBoolean()) {
            return value.asBoolean();
        } else if (value.isString()) {
            return value.asString();
        } else if (value.isNumber()) {
            return number(value);
        } else if (value.isInstant()) {
            return value.asInstant();
        }
        return NO_SCALAR;
    }

    private static Object number(Value value) {
        if (value.fitsInLong()) {
            return value.asLong();
        }
        return value.fitsInDouble() ? (Object) value.asDouble() : value.asBigInteger();
    }

    private Object proxyTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Object proxy = value.asProxyObject();
        if (proxy instanceof HostObject<?> object) {
            return toTree(Value.asValue(object.toJson()), above, depth + 1);
        }
        if (proxy instanceof BoundMethod<?> method) {
            return "[Function " + method.doc().name() + "]";
        }
        return value.hasArrayElements() || value.hasMembers() ? memberTree(value, above, depth) : value.toString();
    }

    private Object memberTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        // A context gives the same object a new Value each time; its identity is known by equals.
        for (Object open : above.values()) {
            if (open.equals(value)) {
                return "[Circular]";
            }
        }
        Object key = new Object();
        above.put(key, value);
        try {
            if (value.hasArrayElements()) {
                List<Object> list = new ArrayList<>();
                for (long index = 0; index < value.getArraySize(); index++) {
                    list.add(toTree(value.getArrayElement(index), above, depth + 1));
                }
                return list;
            }
            if (isError(value)) {
                return value.getMember("name").asString() + ": "
                        + value.getMember("message").asString();
            }
            return value.hasHashEntries() ? hashTree(value, above, depth) : objectTree(value, above, depth);
        } finally {
            above.remove(key);
        }
    }

    private static boolean isError(Value value) {
        return value.isException()
                && value.hasMember("message")
                && value.getMember("message").isString()
                && value.hasMember("name")
                && value.getMember("name").isString();
    }

    private Object objectTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : value.getMemberKeys()) {
            map.put(name, toTree(value.getMember(name), above, depth + 1));
        }
        if (map.isEmpty() && value.hasIterator()) {
            List<Object> elements = new ArrayList<>();
            Value iterator = value.getIterator();
            while (iterator.hasIteratorNextElement()) {
                elements.add(toTree(iterator.getIteratorNextElement(), above, depth + 1));
            }
            return elements;
        }
        return map.isEmpty() && !value.hasMembers() ? value.toString() : map;
    }

    private Object hashTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        Value entries = value.getHashEntriesIterator();
        while (entries.hasIteratorNextElement()) {
            Value entry = entries.getIteratorNextElement();
            Object name = toTree(entry.getArrayElement(0), above, depth + 1);
            map.put(String.valueOf(name), toTree(entry.getArrayElement(1), above, depth + 1));
        }
        return map;
    }

    static String functionName(Value function) {
        String name = function.hasMember("name") && function.getMember("name").isString()
                ? function.getMember("name").asString()
                : "";
        return name.isEmpty() ? "(anonymous)" : name;
    }

    /** A few words for messages, such as {@code the number 5}. */
    String describe(Value value) {
        if (value.isNull()) {
            return Call.isUndefined(value) ? "undefined" : "null";
        } else if (value.isString()) {
            return "'" + value.asString() + "'";
        } else if (value.isNumber() || value.isBoolean()) {
            return value.toString();
        } else if (value.isProxyObject() && value.asProxyObject() instanceof HostObject<?> object) {
            return HostObject.article(object.type().name());
        } else if (value.canExecute()) {
            return "a function";
        }
        return value.hasArrayElements() ? "an array" : "an object";
    }
}
