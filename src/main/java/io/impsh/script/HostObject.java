package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * Any object of the script API as scripts see it: members come from its {@link HostType}, mistakes speak up. Reading an
 * unknown member, assigning and deleting all throw.
 *
 * <p>A proxy cannot tell {@code 'x' in object} from a read, so that {@code in} is true for every name.
 *
 * @param <T> the Java value behind it
 */
class HostObject<T> implements ProxyObject {
    /** Names that JavaScript itself asks for: they fall through to {@code Object.prototype}, or are undefined. */
    private static final Set<String> LANGUAGE = Set.of(
            "then",
            "constructor",
            "valueOf",
            "toLocaleString",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "__proto__",
            "inspect");

    private final HostType<T> type;
    private final T self;
    private final Host host;

    HostObject(HostType<T> type, T self, Host host) {
        this.type = type;
        this.self = self;
        this.host = host;
    }

    HostType<T> type() {
        return type;
    }

    T self() {
        return self;
    }

    Host host() {
        return host;
    }

    @Override
    public boolean hasMember(String name) {
        return type.member(name) != null || !LANGUAGE.contains(name);
    }

    @Override
    public Object getMember(String name) {
        return host.guarded(() -> read(name));
    }

    private Object read(String name) {
        HostType.Member<T> member = type.member(name);
        if (member != null) {
            return member.reader() != null
                    ? host.values().toGuest(member.reader().read(self, host))
                    : new BoundMethod<>(member, self, host);
        }
        switch (name) {
            case "toString":
                return new NamedFunction(name, arguments -> host.guarded(() -> type.describe(self, host)));
            case "toJSON":
                return new NamedFunction(name, arguments -> host.guarded(this::toJson));
            case "help":
                return new NamedFunction(
                        name, arguments -> host.guarded(() -> host.help().show(this)));
            default:
                return missing(name);
        }
    }

    /** What {@code JSON.stringify} sees: plain objects, arrays and scalars of the context. */
    Object toJson() {
        if (type.json() == null) {
            throw new UserException("NO_JSON", type.describe(self, host) + " has no JSON form", null);
        }
        return host.values().toGuest(type.json().invoke(self, Call.empty(host)));
    }

    private Object missing(String name) {
        String hint = type.hintFor(name.matches("\\d+") ? HostType.ANY_INDEX : name);
        if (hint != null) {
            throw new UserException("NO_PROPERTY", article(type.name()) + " has no '" + name + "'", hint);
        }
        if (type.fallback() != null) {
            return host.values().toGuest(type.fallback().lookUp(self, name, host));
        }
        throw new UserException(
                "NO_PROPERTY",
                article(type.name()) + " has no property '" + name + "'" + Nearest.question(name, memberNames()),
                null);
    }

    List<String> memberNames() {
        List<String> names = new ArrayList<>();
        type.members().forEach(member -> names.add(member.doc().name()));
        return names;
    }

    @Override
    public ProxyArray getMemberKeys() {
        return ProxyArray.fromList(new ArrayList<>(type.eagerKeys()));
    }

    /** Throws whatever the value, but for the few properties that take one: another exception than this kind would be swallowed in sloppy mode. */
    @Override
    public void putMember(String name, Value value) {
        HostType.Writer writer = type.writer(name);
        if (writer != null) {
            host.guarded(() -> {
                writer.write(value, host);
                return null;
            });
            return;
        }
        throw ScriptError.of(misspelt(name).orElseGet(() -> readOnly(name, value)));
    }

    /** Of an object of which some properties can be assigned. */
    private Optional<UserException> misspelt(String name) {
        List<String> near = Nearest.to(name, memberNames(), 1);
        return memberNames().contains(name) || near.isEmpty() || type.writer(near.get(0)) == null
                ? Optional.empty()
                : Optional.of(new UserException(
                        "NO_PROPERTY",
                        article(type.name()) + " has no property '" + name + "'; did you mean " + near.get(0) + "?",
                        null));
    }

    @Override
    public boolean removeMember(String name) {
        throw ScriptError.of(readOnly(name, null));
    }

    /** @param value what was assigned, or {@code null} for a deletion */
    UserException readOnly(String name, Value value) {
        return new UserException("READ_ONLY_OBJECT", article(type.name()) + " cannot be changed by assignment", null);
    }

    /** {@code a device}, {@code an account}, {@code devices}. */
    static String article(String typeName) {
        String words = typeName.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        if (words.endsWith("s") && !words.equals("globals")) {
            return words;
        }
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
