package io.impsh.script;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A function that every object of the script API has, such as {@code toString}; shown by its name. */
record NamedFunction(String name, ProxyExecutable body) implements ProxyExecutable {
    @Override
    public Object execute(Value... arguments) {
        return body.execute(arguments);
    }
}
