package io.impsh.script;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** The shell's own global names, which a script can read and shadow in a function or block but not replace. */
final class ProtectedNames {
    static final String CODE = "BUILT_IN";

    /** A setter, unlike a read-only value, can refuse aloud; with it var, for and destructuring are refused as well. */
    private static final Source DEFINE =
            Source.newBuilder("js", """
                    (name, make, refuse) => {
                        let value, made = false;
                        const get = () => made ? value : (value = make(), made = true, value);
                        Object.defineProperty(globalThis, name, {get, set: refuse, enumerable: true, configurable: false});
                    }
                    """, "define").internal(true).buildLiteral();

    private final Set<String> names = new HashSet<>();
    private final Value define;

    ProtectedNames(Context context) {
        define = context.eval(DEFINE);
    }

    /** @param value called when a script reads the name for the first time */
    void define(String name, Supplier<?> value) {
        ProxyExecutable make = arguments -> value.get();
        ProxyExecutable refuse = arguments -> {
            throw refusal(name);
        };
        define.execute(name, make, refuse);
        names.add(name);
    }

    /** Grows with each definition. */
    Set<String> names() {
        return names;
    }

    static ScriptError refusal(String name) {
        String example = "my" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new ScriptError(
                CODE, "'" + name + "' is a built-in name", "choose another name, for example " + example);
    }
}
