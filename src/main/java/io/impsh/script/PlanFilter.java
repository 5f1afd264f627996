package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.bulk.PlanItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/** Which items of a plan a script means: by their keys, or by a function of the item. */
final class PlanFilter {
    static final Argument ARGUMENT = Argument.required(
                    "filter", "object | ((item: PlanItem) => boolean)", "which items")
            .as(Wanted.FILTER);

    private PlanFilter() {}

    static Predicate<PlanItem> read(Call call) {
        Value filter = call.value(0);
        Host host = call.host();
        if (filter != null && filter.canExecute() && !ValueTest.isRegularExpression(filter)) {
            return item -> JsTruth.of(filter.execute(host.values().toGuest(PlanRows.of(item))));
        }
        if (filter == null || !GuestValues.isPlainObject(filter)) {
            throw call.wrong(0, "an object such as {from: 'Line 1'}, or a function");
        }
        Map<String, ValueTest> tests = tests(filter, host);
        return item -> {
            Map<String, Object> row = PlanRows.of(item);
            return tests.entrySet().stream()
                    .allMatch(entry -> entry.getValue().test().test(row.get(entry.getKey())));
        };
    }

    private static Map<String, ValueTest> tests(Value filter, Host host) {
        Map<String, ValueTest> tests = new LinkedHashMap<>();
        for (String key : filter.getMemberKeys()) {
            if (!PlanRows.KEYS.contains(key)) {
                throw new UserException(
                        "USAGE",
                        "items of a plan have no '" + key + "'" + Nearest.question(key, PlanRows.KEYS),
                        "keys: " + String.join(", ", PlanRows.KEYS));
            }
            tests.put(key, ValueTest.read(filter.getMember(key), host));
        }
        return tests;
    }
}
