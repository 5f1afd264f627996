package io.impsh.script;

import io.impsh.api.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What to do about what the service refused, by the titles of its errors. */
final class RefusalAdvice {
    private static final Map<String, String> BY_TITLE = byTitle();

    private RefusalAdvice() {}

    private static Map<String, String> byTitle() {
        Map<String, String> advice = new LinkedHashMap<>();
        advice.put(
                "Invalid Permission",
                "it belongs to another account that did not grant this, or it needs a right that the account has not"
                        + " got: production groups, and what leads into them, are granted by Electric Imp");
        advice.put("Invalid Unbond Key", "unassign({unbondKey: 'ask'}) asks for the account's unbond key");
        advice.put("Dependent Devicegroups Exist", "remove({force: true}) plans to remove the groups first");
        advice.put(
                "Flagged Deployments Exist",
                "remove({force: true}) plans to unflag them first; with builds: true it removes builds too");
        advice.put("Devices Assigned", "remove({force: true}) plans to unassign them first");
        advice.put("Devicegroup Is Target", "update({productionTarget, dutTarget}) of the fixture group, or remove it");
        advice.put("Device Assigned", "remove({force: true}) unassigns it first");
        advice.put("Resource Flagged", "unflag() it first, or remove({force: true})");
        advice.put("Invalid URL", "an absolute http or https URL");
        return Map.copyOf(advice);
    }

    /** Better than the client's own hint, or {@code null}. */
    static String on(ApiException refused) {
        return refused.errors().stream()
                .map(error -> BY_TITLE.get(error.title() == null ? "" : error.title()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
