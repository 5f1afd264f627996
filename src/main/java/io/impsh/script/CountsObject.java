package io.impsh.script;

import java.util.ArrayList;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Numbers by name, as {@code countBy} gives them: like a plain object, but known as counts when it is shown. */
final class CountsObject implements ProxyObject {
    private final String column;
    private final Map<String, Long> counts;

    CountsObject(String column, Map<String, Long> counts) {
        this.column = column;
        this.counts = counts;
    }

    Shown.Counts shown() {
        return new Shown.Counts(column, counts);
    }

    @Override
    public Object getMember(String name) {
        Long count = counts.get(name);
        return count == null ? null : (Object) (double) count;
    }

    @Override
    public boolean hasMember(String name) {
        return counts.containsKey(name);
    }

    @Override
    public ProxyArray getMemberKeys() {
        return ProxyArray.fromList(new ArrayList<>(counts.keySet()));
    }

    @Override
    public void putMember(String name, Value value) {
        counts.put(name, value.asLong());
    }
}
