package io.impsh.script;

import io.impsh.script.Variables.Held;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Looks at the user's own global variables without running anything of theirs: no getter, and no trap of a {@code Proxy}.
 * On the context's thread only.
 */
final class UserVariables {
    /** Of an object with very many keys the first are enough. */
    private static final int MOST_KEYS = 1000;

    private static final int MOST_PROTOTYPES = 4;

    /** The value of a plain property; nothing for an accessor, whose getter must not run. */
    private static final Source PLAIN_VALUE = source(
            "(object, name) => {"
                    + " const d = Object.getOwnPropertyDescriptor(object, name); return d && 'value' in d ? d.value : undefined }");

    /** Names of own properties, each after a mark that tells whether it is a function. */
    private static final Source KEYS =
            source("(object, most) => Object.getOwnPropertyNames(object).slice(0, most).map(k => {"
                    + " const d = Object.getOwnPropertyDescriptor(object, k);"
                    + " return (typeof d.value === 'function' ? 'f' : 'p') + k })");

    private static final Source PROTOTYPE = source("object => Object.getPrototypeOf(object)");

    private UserVariables() {}

    private static Source source(String text) {
        return Source.newBuilder("js", text, "variables").internal(true).buildLiteral();
    }

    static List<String> names(Value globals, Set<String> builtIn) {
        List<String> names = new ArrayList<>();
        for (String name : globals.getMemberKeys()) {
            if (!builtIn.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** What a variable, or a property of one, holds. */
    static Held look(Value globals, List<String> path) {
        Value value = plainValue(globals, globals.getContext().eval("js", "globalThis"), path.get(0));
        for (String name : path.subList(1, path.size())) {
            if (!isLookedInto(value)) {
                return Held.NOTHING;
            }
            value = plainValue(globals, value, name);
        }
        return new Held(
                typeOf(globals, value), isLookedInto(value) && !value.hasArrayElements() ? keys(value) : List.of());
    }

    private static Value plainValue(Value globals, Value object, String name) {
        return globals.getContext().eval(PLAIN_VALUE).execute(object, name);
    }

    private static String typeOf(Value globals, Value value) {
        if (value.isProxyObject()) {
            return value.asProxyObject() instanceof HostObject<?> object
                    ? object.type().name()
                    : null;
        }
        if (isProxyOfTheUser(value)) {
            return null;
        }
        if (value.hasArrayElements()) {
            Value first = value.hasMembers() ? plainValue(globals, value, "0") : null;
            String one = first == null || first.hasArrayElements() ? null : typeOf(globals, first);
            return (one == null ? "any" : one) + "[]";
        }
        if (value.isString()) {
            return "string";
        }
        if (value.isNumber()) {
            return "number";
        }
        return value.isInstant() ? "Date" : null;
    }

    private static boolean isLookedInto(Value value) {
        return value.hasMembers() && !value.isProxyObject() && !value.isHostObject() && !isProxyOfTheUser(value);
    }

    /** Of a {@code Proxy} the engine tells a type that is no constructor, and runs nothing for that. */
    private static boolean isProxyOfTheUser(Value value) {
        if (!value.hasMembers()) {
            return false;
        }
        Value type = value.getMetaObject();
        return type != null && !type.canExecute();
    }

    /** Own keys, and those of classes that it is of, without what every object has. */
    private static List<Variables.Key> keys(Value object) {
        Map<String, Variables.Key> keys = new LinkedHashMap<>();
        Value present = object;
        for (int i = 0; i < MOST_PROTOTYPES && present.hasMembers() && isLookedInto(present); i++) {
            Value next = object.getContext().eval(PROTOTYPE).execute(present);
            boolean isLast = i > 0 && next.isNull();
            if (!isLast) {
                addKeys(object.getContext().eval(KEYS).execute(present, MOST_KEYS), keys);
            }
            present = next;
        }
        keys.remove("constructor");
        return List.copyOf(keys.values());
    }

    private static void addKeys(Value marked, Map<String, Variables.Key> keys) {
        for (long i = 0; i < marked.getArraySize(); i++) {
            String key = marked.getArrayElement(i).asString();
            keys.putIfAbsent(key.substring(1), new Variables.Key(key.substring(1), key.charAt(0) == 'f'));
        }
    }
}
