package io.impsh.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Tells plain objects that hold an array of entities for each name, as {@code groupBy} makes them. */
final class EntityGroups {
    private EntityGroups() {}

    /** How many there are of each; nothing when it is no such object. */
    static Optional<Shown.Counts> in(Value value) {
        if (!GuestValues.isPlainObject(value)) {
            return Optional.empty();
        }
        try {
            return counted(value);
        } catch (PolyglotException getterThrew) {
            return Optional.empty();
        }
    }

    private static Optional<Shown.Counts> counted(Value value) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String name : value.getMemberKeys()) {
            Value group = value.getMember(name);
            if (!beginsWithEntity(group)) {
                return Optional.empty();
            }
            counts.put(name, group.getArraySize());
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(new Shown.Counts("group", counts));
    }

    private static boolean beginsWithEntity(Value group) {
        if (group.isProxyObject() || !group.hasArrayElements() || group.getArraySize() == 0) {
            return false;
        }
        Value first = group.getArrayElement(0);
        return first.isProxyObject() && first.asProxyObject() instanceof EntityObject<?>;
    }
}
