package io.impsh.script;

import io.impsh.model.DeviceGroupType;
import io.impsh.model.Webhook;
import java.util.List;
import java.util.Map;

/** The words that a key takes, where they are few and known. */
final class KnownValues {
    private static final Map<String, List<String>> WORDS = Map.of(
            "kind", DeviceGroupType.kinds(),
            "groupKind", DeviceGroupType.kinds(),
            "impType", List.of("imp001", "imp002", "imp003", "imp004m", "imp005", "imp006", "impc001"),
            "event", Webhook.EVENTS,
            "contentType", List.of(Webhook.JSON, Webhook.FORM),
            "types",
                    List.of(
                            "server.log",
                            "server.error",
                            "agent.log",
                            "agent.error",
                            "lastexitcode",
                            "powerstate",
                            "status"),
            "format", List.of("text", "json", "{time} {device} {message}"),
            "verdict", List.of("go", "already", "refused", "doubtful"));

    private KnownValues() {}

    /** Of a key of that name whose value is a text; literals in its type come first. */
    static List<String> of(Argument argument) {
        if (argument.type().startsWith("'")) {
            return List.of(argument.type().replace("'", "").split(" \\| "));
        }
        return argument.type().contains("string") ? WORDS.getOrDefault(argument.name(), List.of()) : List.of();
    }
}
