package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What {@code print} and {@code console.log} make of their arguments. */
final class Printing {
    private Printing() {}

    /** One value is shown as a result; several become one line. */
    static Shown of(List<Value> values, Host host) {
        if (values.size() == 1) {
            Shown shown = new Display(host).of(values.get(0));
            return shown instanceof Shown.Nothing ? new Shown.Text("undefined") : shown;
        }
        return new Shown.Text(text(values, host));
    }

    static String text(List<Value> values, Host host) {
        List<String> words = new ArrayList<>();
        for (Value value : values) {
            words.add(word(value, host));
        }
        return String.join(" ", words);
    }

    private static String word(Value value, Host host) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isProxyObject() && value.asProxyObject() instanceof HostObject<?> object) {
            return describe(object);
        }
        if (GuestValues.isError(value)) {
            return GuestValues.errorText(value);
        }
        if (value.isNumber() && value.fitsInLong() && !GuestValues.isBigInt(value)) {
            return Long.toString(value.asLong()); // also of 2.0, which JavaScript writes 2
        }
        Object tree = host.values().toJava(value);
        boolean nested = tree instanceof Map || tree instanceof List;
        return nested
                ? host.values().compactJson(tree).toString()
                : Call.isUndefined(value) ? "undefined" : value.toString();
    }

    private static <T> String describe(HostObject<T> object) {
        return object.type().describe(object.self(), object.host());
    }
}
