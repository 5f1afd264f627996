package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** Looks at the user's own global variables without running anything of theirs. On the context's thread only. */
final class UserVariables {
    /** The value of a plain variable; nothing for an accessor, whose getter must not run. */
    private static final Source PLAIN_VALUE = Source.newBuilder(
                    "js",
                    "name => { const d = Object.getOwnPropertyDescriptor(globalThis, name);"
                            + " return d && 'value' in d ? d.value : undefined }",
                    "variables")
            .internal(true)
            .buildLiteral();

    private UserVariables() {}

    static List<String> names(Value globals, Set<String> builtIn) {
        List<String> names = new ArrayList<>();
        for (String name : globals.getMemberKeys()) {
            if (!builtIn.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The script type of what a variable holds, {@code Array}, or {@code null}. */
    static String typeOf(Value globals, String name) {
        Value value = globals.getContext().eval(PLAIN_VALUE).execute(name);
        if (value.isProxyObject() && value.asProxyObject() instanceof HostObject<?> object) {
            return object.type().name();
        }
        return value.hasArrayElements() ? "Array" : null;
    }
}
