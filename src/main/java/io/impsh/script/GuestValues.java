package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Entity;
import io.impsh.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Carries values between Java and JavaScript. Belongs to one context, and is used on its thread only. */
final class GuestValues {
    static final String TOO_LARGE = "TOO_LARGE";

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int DEEPEST = 64;
    /** A generator need not end. */
    private static final int MOST_GENERATED = 1000;

    private static final int MOST_OBJECTS = 1_000_000;
    /** What still says what a value is that is too large to be shown. */
    private static final int MOST_SHORTENED = 500;

    private static final int DEEPEST_SHORTENED = 5;

    /** Stands for {@code undefined} where Java's {@code null} would mean {@code null}. */
    static final Object UNDEFINED = new Object();

    /** One text for all, as each costs time at the start. JavaScript's own functions, whatever a script makes of them. */
    private static final Source FUNCTIONS =
            Source.newBuilder("js", """
                    [undefined, () => ({}), () => [], millis => new Date(millis), JSON.parse,
                    (stringify => (value, indent) => stringify(value, null, indent))(JSON.stringify), globalThis]
                    """, "values").internal(true).buildLiteral();

    private final Host host;
    private final Value undefined;
    private final Value newObject;
    private final Value newArray;
    private final Value newDate;
    private final Value parseJson;
    private final Value writeJson;
    private final Value globalThis;
    private final Map<Place, Made> made = new HashMap<>();
    private long objects;
    private boolean shortening;

    GuestValues(Host host, Context context) {
        this.host = host;
        Value functions = context.eval(FUNCTIONS);
        undefined = functions.getArrayElement(0);
        newObject = functions.getArrayElement(1);
        newArray = functions.getArrayElement(2);
        newDate = functions.getArrayElement(3);
        parseJson = functions.getArrayElement(4);
        writeJson = functions.getArrayElement(5);
        globalThis = functions.getArrayElement(6);
    }

    private static String typeName(Value metaObject) {
        return metaObject == null ? null : metaObject.getMetaSimpleName();
    }

    /** Such as {@code 5n}. */
    static boolean isBigInt(Value value) {
        return value.fitsInBigInteger() && "bigint".equals(typeName(value.getMetaObject()));
    }

    /** Whether it was written as <code>{…}</code>: no array, function, date, map or object of ours. */
    static boolean isPlainObject(Value value) {
        if (!value.hasMembers() || value.isProxyObject()) {
            return false;
        }
        Value type = value.getMetaObject();
        // one without a prototype is of no type
        return type == null ? !value.hasArrayElements() && !value.canExecute() : "Object".equals(typeName(type));
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
        return writeJson.execute(toGuest(value), 2);
    }

    /** The same on one line. */
    Object compactJson(Object value) {
        return writeJson.execute(toGuest(value), 0);
    }

    /** A time, a text, a number, a boolean or {@code null}; anything else as {@link #toTree}. */
    Object toJava(Value value) {
        return tree(value, false);
    }

    /** The same of a value that has too many objects: as much of it as tells what it is. */
    Object toShortened(Value value) {
        return tree(value, true);
    }

    private Object tree(Value value, boolean shortened) {
        objects = 0;
        shortening = shortened;
        try {
            return toTree(value, new IdentityHashMap<>(), 0);
        } finally {
            made.clear();
        }
    }

    /** What an object came to at some depth: one that is reached in many ways is looked at once. */
    private record Place(Value value, int depth) {}

    /** @param objects how many stand in it, each counted as often as it stands there */
    private record Made(Object tree, long objects) {}

    private Object toTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Object scalar = scalar(value);
        if (scalar != NO_SCALAR) {
            return scalar;
        }
        if (depth > (shortening ? DEEPEST_SHORTENED : DEEPEST)) {
            return "[…]";
        }
        if (value.isProxyObject()) {
            return proxyTree(value, above, depth);
        }
        if (value.canExecute()) {
            return "[Function " + functionName(value) + "]";
        }
        if (hasOnlyText(value)) {
            return value.toString();
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
        return value.fitsInDouble() && !isBigInt(value) ? (Object) value.asDouble() : value.asBigInteger();
    }

    private Object proxyTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Object proxy = value.asProxyObject();
        if (proxy instanceof HostObject<?> object && object.type().json() == null) {
            return "[" + object.type().name() + "]";
        }
        if (proxy instanceof HostObject<?> object) {
            return toTree(Value.asValue(object.toJson()), above, depth + 1);
        }
        if (proxy instanceof BoundMethod<?> method) {
            return "[Function " + method.doc().name() + "]";
        }
        if (proxy instanceof NamedFunction function) {
            return "[Function " + function.name() + "]";
        }
        return value.hasArrayElements() || value.hasMembers() ? memberTree(value, above, depth) : value.toString();
    }

    private Object memberTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        // One that holds itself many times over has no end that anybody would see, and may be cancelled.
        host.evaluation().check();
        if (shortening && objects >= MOST_SHORTENED) {
            return "[…]";
        }
        count(1);
        // A context gives the same object a new Value each time; its identity is known by equals.
        for (Object open : above.values()) {
            if (open.equals(value)) {
                return "[Circular]";
            }
        }
        Place place = new Place(value, depth);
        Made before = made.get(place);
        if (before != null) {
            count(before.objects() - 1);
            return before.tree();
        }
        long counted = objects;
        Object tree = opened(value, above, depth);
        // Of what holds no other object nothing is saved by keeping it.
        if (objects > counted) {
            made.put(place, new Made(tree, objects - counted + 1));
        }
        return tree;
    }

    private void count(long more) {
        objects += more;
        if (objects > MOST_OBJECTS) {
            throw new UserException(
                    TOO_LARGE,
                    String.format(Locale.ROOT, "the value holds more than %,d objects, too many", MOST_OBJECTS),
                    "take a part of it");
        }
    }

    private Object opened(Value value, IdentityHashMap<Object, Object> above, int depth) {
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
                return errorText(value);
            }
            return value.hasHashEntries() ? hashTree(value, above, depth) : objectTree(value, above, depth);
        } finally {
            above.remove(key);
        }
    }

    private static final Set<String> TEXT_ONLY = Set.of("RegExp", "Date", "Promise");

    /** Objects without members of their own that are worth showing. */
    private static boolean hasOnlyText(Value value) {
        String type = typeName(value.getMetaObject());
        return type != null && TEXT_ONLY.contains(type);
    }

    static boolean isPromise(Value value) {
        return value != null && "Promise".equals(typeName(value.getMetaObject()));
    }

    /** Whether it is an error, of JavaScript's or ours. */
    static boolean isError(Value value) {
        return isOurError(value)
                || value.isException()
                        && value.hasMember("message")
                        && value.getMember("message").isString()
                        && value.hasMember("name")
                        && value.getMember("name").isString();
    }

    private static boolean isOurError(Value value) {
        return value.isHostObject() && value.asHostObject() instanceof ScriptError;
    }

    /** Name and message, as {@code String(e)} has it. */
    static String errorText(Value value) {
        if (isOurError(value)) {
            ScriptError error = value.asHostObject();
            return error.name + ": " + error.getMessage();
        }
        return value.getMember("name").asString() + ": "
                + value.getMember("message").asString();
    }

    private Object objectTree(Value value, IdentityHashMap<Object, Object> above, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        boolean global = value.equals(globalThis);
        for (String name : value.getMemberKeys()) {
            // among the global names only the user's own: the collections would be listed
            if (!global || host.registry().globals().member(name) == null) {
                map.put(name, memberOf(value, name, above, depth));
            }
        }
        if (map.isEmpty() && value.hasIterator()) {
            boolean ends = "Set".equals(typeName(value.getMetaObject()));
            List<Object> elements = new ArrayList<>();
            Value iterator = value.getIterator();
            while (iterator.hasIteratorNextElement()) {
                if (!ends && elements.size() == MOST_GENERATED) {
                    elements.add("[…]");
                    break;
                }
                elements.add(toTree(iterator.getIteratorNextElement(), above, depth + 1));
            }
            return elements;
        }
        return map.isEmpty() && !value.hasMembers() ? value.toString() : map;
    }

    /** A getter of the user's may throw, which is no reason not to show the rest. */
    private Object memberOf(Value value, String name, IdentityHashMap<Object, Object> above, int depth) {
        Value member;
        try {
            member = value.getMember(name);
        } catch (PolyglotException thrown) {
            if (thrown.isGuestException() && !thrown.isInterrupted() && !thrown.isCancelled()) {
                return "[threw " + thrown.getMessage() + "]";
            }
            throw thrown;
        }
        return toTree(member, above, depth + 1);
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
        } else if (value.canExecute() && !ValueTest.isRegularExpression(value)) {
            return "a function";
        }
        String type = typeName(value.getMetaObject());
        if (value.hasArrayElements()) {
            return value.getArraySize() == 0 ? "an empty array" : "an array";
        }
        return type == null || isPlainObject(value) ? "an object" : "a " + type;
    }
}
