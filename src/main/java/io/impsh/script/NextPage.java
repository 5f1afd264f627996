package io.impsh.script;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What {@code it} is: showing it shows the next page. */
final class NextPage implements ProxyObject {
    static boolean is(Value value) {
        return value != null && value.isProxyObject() && value.asProxyObject() instanceof NextPage;
    }

    @Override
    public Object getMember(String name) {
        return null;
    }

    @Override
    public ProxyArray getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public boolean hasMember(String name) {
        return false;
    }

    @Override
    public void putMember(String name, Value value) {
        throw new UnsupportedOperationException("it cannot be changed");
    }
}
