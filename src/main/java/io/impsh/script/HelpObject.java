package io.impsh.script;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What {@code help(x)} returns: a page to be shown; as a string it is its text. */
record HelpObject(HelpPage page) implements ProxyObject {
    @Override
    public Object getMember(String name) {
        return switch (name) {
            case "text" -> page.text();
            case "title" -> page.title();
            case "toString" -> (ProxyExecutable) arguments -> page.text();
            default -> null;
        };
    }

    @Override
    public ProxyArray getMemberKeys() {
        return ProxyArray.fromArray("title", "text");
    }

    @Override
    public boolean hasMember(String name) {
        return name.equals("text") || name.equals("title") || name.equals("toString");
    }

    @Override
    public void putMember(String name, Value value) {
        throw new UnsupportedOperationException("help pages cannot be changed");
    }
}
